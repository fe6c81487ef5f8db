package org.tfm.examples.batch;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.OptionalLong;

/** Text whose lines are counted as they are read: those ended by LF, CR or both, and the last. */
final class CountedLines extends FilterReader {

  /** The limit of what is read only to count it, for an input without an end. */
  private static final long MOST_COUNTED = 2_000_000_000L;

  private long ended;
  private int last = '\n';

  CountedLines(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count(read);
    }
    return read;
  }

  @Override
  public int read(char[] read, int start, int length) throws IOException {
    int number = super.read(read, start, length);
    for (int i = start; i < start + number; i++) {
      count(read[i]);
    }
    return number;
  }

  private void count(int read) {
    if (read == '\r' || (read == '\n' && last != '\r')) {
      ended++;
    }
    last = read;
  }

  /** Reads the rest and returns the number of all lines; empty if the rest is too long to read. */
  OptionalLong all() {
    char[] buffer = new char[1 << 16];
    long counted = 0;
    try {
      for (int read = read(buffer, 0, buffer.length); read >= 0; ) {
        counted += read;
        if (counted > MOST_COUNTED) {
          return OptionalLong.empty();
        }
        read = read(buffer, 0, buffer.length);
      }
    } catch (IOException e) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(ended + (last == '\n' || last == '\r' ? 0 : 1));
  }
}
