package org.tfm.examples.cli;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A standard stream of the process, which remembers why writing failed.
 *
 * <p>Files and pipes get UTF-8. A terminal gets the encoding that it declares, with plain
 * characters in place of those that it cannot show. Not thread-safe.
 */
final class StandardOutput extends PrintWriter {

  private final Failures failures;
  private final BooleanSupplier isPipe;

  private StandardOutput(
      Failures failures, Writer writer, boolean flushesLines, BooleanSupplier isPipe) {
    super(writer, flushesLines);
    this.failures = failures;
    this.isPipe = isPipe;
  }

  /** Returns the standard output. */
  static StandardOutput ofProcess() {
    return of(
        new FileOutputStream(FileDescriptor.out),
        Terminal.charset(Terminal.OUTPUT_STREAM, "stdout.encoding"),
        false,
        () -> Terminal.isPipe(Terminal.OUTPUT_STREAM));
  }

  /** Returns the standard error, which is flushed after each line. */
  static StandardOutput errorsOfProcess() {
    return of(
        new FileOutputStream(FileDescriptor.err),
        Terminal.charset(Terminal.ERROR_STREAM, "stderr.encoding"),
        true,
        () -> Terminal.isPipe(Terminal.ERROR_STREAM));
  }

  /**
   * Returns a writer on a stream.
   *
   * @param flushesLines whether it is flushed after each line
   * @param isPipe tells whether another process reads the stream
   */
  static StandardOutput of(
      OutputStream stream, Charset charset, boolean flushesLines, BooleanSupplier isPipe) {
    Failures failures = new Failures(stream);
    Writer writer = new OutputStreamWriter(new BufferedOutputStream(failures), charset);
    return new StandardOutput(
        failures, new Plain(writer, charset.newEncoder()), flushesLines, isPipe);
  }

  /** Whether writing failed because the process at the other end of a pipe has ended. */
  boolean isReaderGone() {
    IOException first = failures.first;
    return first != null
        && (isPipe.getAsBoolean()
            || Ascii.toLowerCase(String.valueOf(first.getMessage())).contains("pipe"));
  }

  /** Remembers the first failure, which a print writer forgets. */
  private static final class Failures extends FilterOutputStream {

    private @Nullable IOException first;

    Failures(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        first = first == null ? e : first;
        throw e;
      }
    }
  }

  /** Writes plain characters for those that an encoding does not have. */
  private static final class Plain extends FilterWriter {

    private static final ImmutableMap<Character, String> IN_PLACE_OF =
        ImmutableMap.<Character, String>builder()
            .put('•', "*")
            .put('…', "...")
            .put('–', "-")
            .put('—', "-")
            .put('‘', "'")
            .put('’', "'")
            .put('“', "\"")
            .put('”', "\"")
            .put('→', "->")
            .put('£', "GBP ")
            .buildOrThrow();

    private final CharsetEncoder encoder;

    Plain(Writer out, CharsetEncoder encoder) {
      super(out);
      this.encoder = encoder;
    }

    @Override
    public void write(int c) throws IOException {
      out.write(shown((char) c));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      write(new String(text, offset, length), 0, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      String part = text.substring(offset, offset + length);
      if (encoder.canEncode(part)) {
        out.write(part);
        return;
      }
      StringBuilder shown = new StringBuilder(part.length());
      for (int i = 0; i < part.length(); i++) {
        shown.append(shown(part.charAt(i)));
      }
      out.write(shown.toString());
    }

    private String shown(char c) {
      String itself = String.valueOf(c);
      return encoder.canEncode(c) ? itself : IN_PLACE_OF.getOrDefault(c, itself);
    }
  }
}
