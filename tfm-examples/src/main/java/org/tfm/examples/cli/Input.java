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
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;

/** The documents a command is given. */
final class Input {

  private static final int LARGEST = 16_000_000;

  private Input() {}

  /** The document in a file, or on standard input if the file is named {@code -}. */
  static <T> T read(String file, Class<T> type) {
    try {
      return TfmJson.read(text(file), type);
    } catch (InvalidInputException e) {
      throw e.in(file.equals("-") ? "standard input" : file);
    }
  }

  private static String text(String file) {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new InvalidInputException(Problem.of("", "the file is larger than 16 megabytes"));
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(Problem.of("", "the file is not UTF-8 text"));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new InvalidInputException(Problem.of("", "there is no such file"));
    } catch (IOException e) {
      throw new InvalidInputException(Problem.of("", "the file cannot be read"));
    }
  }
}
