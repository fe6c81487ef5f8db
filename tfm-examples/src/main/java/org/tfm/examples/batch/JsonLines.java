package org.tfm.examples.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;

/**
 * JSON Lines: an application on each line, in UTF-8 with or without a byte order mark.
 *
 * <p>Blank lines are no rows, but are counted.
 */
public final class JsonLines implements RowSource {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] TOO_LONG = {};

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
   * @param file the name of the file in what becomes of its rows
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
        byte[] text = line();
        line++;
        if (line == 1) {
          text = withoutMark(text);
        }
        if (text == TOO_LONG || !isBlank(text)) {
          next = new JsonRow(file, line, text);
        }
      }
      return next != null;
    } catch (IOException e) {
      throw new InvalidInputException(Problem.of(name, "the file cannot be read to its end"));
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

  /** The rest of the line without its end; of one that is too long, nothing. */
  private byte[] line() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream(0);
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
      ended = stop < end;
      at = ended ? stop + 1 : stop;
    }
    return tooLong ? TOO_LONG : text.toByteArray();
  }

  private static byte[] withoutMark(byte[] text) {
    boolean marked =
        text.length >= MARK.length
            && text[0] == MARK[0]
            && text[1] == MARK[1]
            && text[2] == MARK[2];
    return marked ? Arrays.copyOfRange(text, MARK.length, text.length) : text;
  }

  private static boolean isBlank(byte[] text) {
    for (byte b : text) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
