package org.tfm.examples.batch;

import com.google.common.base.CharMatcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * JSON Lines: an application on each line, in UTF-8 with or without a byte order mark.
 *
 * <p>Blank lines are no rows, but are counted.
 */
public final class JsonLines implements RowSource {

  private static final String MARK = "\u00EF\u00BB\u00BF";

  /** The limit for a line without an end, such as those of a device. */
  private static final long MOST_SKIPPED = 100_000_000;

  private static final CharMatcher BLANK = CharMatcher.anyOf(" \t\r");

  private final String name;
  private final String file;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long line;
  private @Nullable JsonRow next;

  /**
   * The rows on this stream.
   *
   * @param name the name of the input in messages
   * @param file the name of the file in the results
   * @param in the bytes; closing this closes them
   */
  public JsonLines(String name, String file, InputStream in) {
    this.name = name;
    this.file = file;
    this.in = in;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && fill()) {
        Optional<String> text = line();
        line++;
        if (line == 1) {
          text = text.map(first -> first.startsWith(MARK) ? first.substring(3) : first);
        }
        if (text.isEmpty() || !BLANK.matchesAllOf(text.get())) {
          next = new JsonRow(file, line, text.orElse(""));
        }
      }
      return next != null;
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the file cannot be read completely").inFile(name));
    }
  }

  @Override
  public JsonRow next() {
    JsonRow row = hasNext() ? next : null;
    if (row == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return row;
  }

  /** Whether a byte is left to be read. */
  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer));
    }
    return at < end;
  }

  /** Returns the rest of the line without its end; empty if it is too long. */
  private Optional<String> line() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream(0);
    long read = 0;
    boolean tooLong = false;
    boolean ended = false;
    while (!ended && fill()) {
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      tooLong |= text.size() + stop - at > JsonRow.LONGEST;
      if (!tooLong) {
        text.write(buffer, at, stop - at);
      }
      read += stop - at;
      if (read > MOST_SKIPPED) {
        throw new InvalidInputException(
            Problem.of(
                    ProblemCode.TOO_MUCH,
                    "the line has more than %s bytes; the rest is not read",
                    String.format(Locale.ROOT, "%,d", MOST_SKIPPED))
                .inFile(name, line + 1));
      }
      ended = stop < end;
      at = ended ? stop + 1 : stop;
    }
    return tooLong ? Optional.empty() : Optional.of(text.toString(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
