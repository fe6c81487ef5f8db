package org.tfm.register;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails when it exceeds a maximum length. */
final class BoundedInput extends FilterInputStream {

  private long left;

  BoundedInput(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  /** Thrown when the stream is too long. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("too long");
    }
  }

  @Override
  public int read() throws IOException {
    return counted(super.read(), 1);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    return counted(read, read);
  }

  private int counted(int result, int bytes) throws IOException {
    if (result >= 0) {
      left -= bytes;
      if (left < 0) {
        throw new TooLongException();
      }
    }
    return result;
  }
}
