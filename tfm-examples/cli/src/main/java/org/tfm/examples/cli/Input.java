package org.tfm.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tfm.model.document.Document;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.record.DecisionRecord;
import org.tfm.rules.book.PolicyBook;

/** The documents that a command reads. */
final class Input {

  private static final int LARGEST = 16_000_000;

  private Input() {}

  /** Reads a file, or standard input if the file is named {@code -}. */
  static <T> T read(String file, Function<String, T> reader) {
    return naming(file, () -> reader.apply(text(file)));
  }

  /**
   * The decision record in a file, or on standard input.
   *
   * @throws InvalidInputException if the id is not that of the content
   */
  static DecisionRecord readRecord(String file) {
    return read(file, DecisionRecord::parse);
  }

  /** Adds the name of the file to the problems; a fault of the program is one of the file. */
  static <T> T naming(String file, Supplier<T> made) {
    try {
      return made.get();
    } catch (InvalidInputException e) {
      throw e.in(name(file));
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new InvalidInputException(Problem.ofFault(e)).in(name(file));
    }
  }

  /** Adds the name of a part of the command to the problems. */
  static <T> T part(String part, Supplier<T> made) {
    try {
      return made.get();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.problems().stream().map(problem -> problem.inPart(part)).toList());
    }
  }

  private static String name(String file) {
    return file.equals("-") ? "standard input" : file;
  }

  /** Prints warnings about a document; they do not prevent an answer. */
  static void warn(String file, Document document, PolicyBook book, Printer messages) {
    book.warnings(document)
        .forEach(warning -> messages.line("warning: " + warning.inFile(name(file))));
  }

  /**
   * Applies a function to each file, in order.
   *
   * @throws InvalidInputException with the problems of all files
   */
  static <F, T> List<T> each(Collection<F> files, Function<F, T> made) {
    List<T> all = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (F file : files) {
      try {
        all.add(made.apply(file));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return all;
  }

  private static String text(String file) {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.TOO_MUCH, "the file is larger than 16 megabytes"));
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MALFORMED, "the file is not UTF-8 text"));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new InvalidInputException(Problem.of(ProblemCode.NOT_FOUND, "there is no such file"));
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the file cannot be read"));
    }
  }
}
