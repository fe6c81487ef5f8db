package org.tfm.examples.batch;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A file that is written completely or not at all.
 *
 * <p>It is written under another name beside it, {@code NAME.part}, which is gone again when the
 * program fails or is interrupted. What a program leaves that is killed outright, the next one
 * overwrites. What was there under the name stays until the new file is whole. Something else than
 * a file, such as a pipe, is written to as it is.
 */
public final class WholeFile implements Closeable {

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final Thread atExit = new Thread(this::giveUp, "give up");
  private boolean ended;

  private WholeFile(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
  }

  /**
   * The file, nothing written yet.
   *
   * @throws InvalidInputException if it cannot be written, or is being written by another program
   */
  public static WholeFile create(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.NOT_WRITABLE, "this is a folder").inFile(file.toString()));
      }
      if (Files.isSymbolicLink(file) && !Files.exists(file)) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.NOT_WRITABLE, "this is a link to a file that does not exist")
                .inFile(file.toString()));
      }
      boolean special = Files.exists(file) && !Files.isRegularFile(file);
      Path target = Files.exists(file) ? file.toRealPath() : file;
      Path part = special ? target : part(target);
      if (!special && Files.exists(part, NOFOLLOW_LINKS) && !isPlain(part)) {
        throw new InvalidInputException(
            Problem.of(
                    ProblemCode.NOT_WRITABLE,
                    "the file cannot be written: `%s`, its name until it is whole, is not a file",
                    part.getFileName())
                .inFile(file.toString()));
      }
      FileChannel channel =
          special
              ? FileChannel.open(part, CREATE, WRITE)
              : FileChannel.open(part, CREATE, WRITE, NOFOLLOW_LINKS);
      if (!special) {
        lock(channel, part, file);
        channel.truncate(0);
      }
      WholeFile whole = new WholeFile(target, part, channel);
      Runtime.getRuntime().addShutdownHook(whole.atExit);
      return whole;
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_WRITABLE, "its folder does not exist")
              .inFile(file.toString()));
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_WRITABLE, "the file cannot be written")
              .inFile(file.toString()));
    }
  }

  private static Path part(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  private static boolean isPlain(Path file) {
    return Files.isRegularFile(file, NOFOLLOW_LINKS);
  }

  /**
   * Whether writing a file would change another one: under its name, or under the name that it has
   * until it is whole. Two names of one file are the same file.
   */
  public static boolean wouldChange(Path file, Path other) throws IOException {
    Path target = Files.isRegularFile(file) ? file.toRealPath() : file;
    return isSame(target, other) || isSame(part(target), other);
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
        || (Files.isRegularFile(one) && Files.isRegularFile(other) && Files.isSameFile(one, other));
  }

  private static void lock(FileChannel channel, Path part, Path file) throws IOException {
    boolean locked;
    try {
      // Another program may have moved it between our opening and our locking it.
      locked = channel.tryLock() != null && Files.exists(part);
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      channel.close();
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_WRITABLE, "another program is writing this file")
              .inFile(file.toString()));
    }
  }

  /** Writes bytes behind those written before. */
  public void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Puts what was written in the place of what was there; nothing can be written after. */
  public synchronized void finish() throws IOException {
    if (!ended && !part.equals(target)) {
      channel.force(true);
      Files.move(part, target, ATOMIC_MOVE);
    }
    ended = true;
  }

  /** Whether something is there under the name, from before. */
  public boolean replaces() {
    return Files.exists(target, NOFOLLOW_LINKS);
  }

  private synchronized void giveUp() {
    if (!ended) {
      ended = true;
      try {
        channel.close();
        if (!part.equals(target)) {
          Files.deleteIfExists(part);
        }
      } catch (IOException e) {
        // The next run overwrites it.
      }
    }
  }

  /** Leaves no trace unless it is finished. */
  @Override
  public void close() throws IOException {
    giveUp();
    channel.close();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The program is ending, and the hook has nothing left to do.
    }
  }

  /** The file, as it will be named. */
  @Override
  public String toString() {
    return target.toString();
  }
}
