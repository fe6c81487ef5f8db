package org.tfm.examples.batch;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.io.CountingInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.document.Application;
import org.tfm.model.intake.FormMap;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The rows of a file, of the files in a folder in the order of their names, or of standard input.
 *
 * <p>Where the rest of a file cannot be read, its last row is a rejected one that says so, and the
 * next file is read. In a folder, files whose names start with a dot or an underscore are left out,
 * as the engines that write such folders do.
 */
public final class InputFiles implements RowSource {

  /** Standard input, as a file. */
  public static final String STANDARD_INPUT = "-";

  private final ImmutableList<Input> inputs;
  private final long bytes;
  private final Optional<FormMap> map;
  private int opened;
  private long readBefore;
  private @Nullable CountingInputStream stream;
  private @Nullable RowSource rows;
  private @Nullable InputRow broken;
  private boolean ended;
  private boolean cutShort;

  private record Input(String name, Optional<Path> path, FileFormat format) {
    String file() {
      return path.map(Path::getFileName).map(Path::toString).orElse(STANDARD_INPUT);
    }
  }

  /**
   * The row that stands for the rest of a file that cannot be read.
   *
   * @param why the problem, which has its place in the file
   */
  private record BrokenRow(String file, long line, Problem why) implements InputRow {

    static BrokenRow of(String file, InvalidInputException e) {
      Problem first = e.problems().get(0);
      return new BrokenRow(
          file,
          first.line().orElse(1),
          new Problem(
              first.code(), ImmutableList.of(), first.what(), first.arguments(), first.hint()));
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public Application application(Policies policies) {
      throw new InvalidInputException(why);
    }
  }

  /** Whether the rows are of several files, so that a number alone does not name a row. */
  boolean areSeveral() {
    return inputs.size() > 1;
  }

  private InputFiles(ImmutableList<Input> inputs, long bytes, Optional<FormMap> map) {
    this.inputs = inputs;
    this.bytes = bytes;
    this.map = map;
  }

  /**
   * The rows of this input, none read yet.
   *
   * @param in a file, a folder, or {@code -} for standard input
   * @param format the format; if empty, each file has the format of its ending, and standard input
   *     is JSON Lines; with a map, what is not a workbook is CSV
   * @param map the map of the form in tables; without it, headings are names of places
   * @throws InvalidInputException if there is no such input, or a format is not known
   */
  public static InputFiles of(String in, Optional<FileFormat> format, Optional<FormMap> map) {
    if (in.equals(STANDARD_INPUT)) {
      return new InputFiles(
          ImmutableList.of(
              new Input(
                  "standard input",
                  Optional.empty(),
                  format.orElse(map.isPresent() ? FileFormat.CSV : FileFormat.JSONL))),
          -1,
          map);
    }
    try {
      List<Path> files = files(Path.of(in));
      if (files.isEmpty()) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.NOT_FOUND, "no file is in the folder").inFile(in));
      }
      List<Problem> problems = new ArrayList<>();
      ImmutableList.Builder<Input> inputs = ImmutableList.builder();
      long bytes = 0;
      for (Path file : files) {
        Optional<FileFormat> known =
            format
                .or(() -> map.map(any -> FileFormat.ofTable(file.toString())))
                .or(() -> FileFormat.find(file.toString()));
        if (Files.isDirectory(file)) {
          problems.add(
              Problem.of(ProblemCode.NOT_ALLOWED, "this is a folder; expected files only")
                  .inFile(file.toString()));
        } else if (known.isEmpty()) {
          problems.add(
              unknownFormat(file.toString(), "`.jsonl`, `.csv` or `.xlsx`", "--in-format"));
        } else {
          inputs.add(new Input(file.toString(), Optional.of(file), known.get()));
          bytes += Files.size(file);
        }
      }
      if (!problems.isEmpty()) {
        throw new InvalidInputException(problems);
      }
      return new InputFiles(inputs.build(), Files.isRegularFile(files.get(0)) ? bytes : -1, map);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_FOUND, "there is no such file").inFile(in));
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the file cannot be read").inFile(in));
    }
  }

  /** The problem that a name has no ending of a known format. */
  public static Problem unknownFormat(String name, String endings, String option) {
    return Problem.of(ProblemCode.INVALID_VALUE, "the name does not end in %s", endings)
        .withHint("Use `" + option + "`")
        .inFile(name);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> !String.valueOf(file.getFileName()).matches("[._].*"))
          .sorted()
          .toList();
    }
  }

  /** How many bytes there are in all; -1 if nobody knows. */
  public long bytes() {
    return bytes;
  }

  /** How many bytes were read. */
  public long bytesRead() {
    return readBefore + (stream == null ? 0 : stream.getCount());
  }

  @Override
  public boolean hasNext() {
    while (broken == null && (rows == null || ended || !readsOn(rows))) {
      if (opened == inputs.size()) {
        return false;
      }
      open(inputs.get(opened++));
    }
    return true;
  }

  /** Whether there is another row of this file, or one that stands for the rest of it. */
  private boolean readsOn(RowSource source) {
    try {
      return source.hasNext();
    } catch (InvalidInputException e) {
      broken = BrokenRow.of(inputs.get(opened - 1).file(), e);
      cutShort = true;
      ended = true;
      return true;
    }
  }

  /** Whether the rest of a file could not be read, as far as the rows were taken. */
  public boolean isCutShort() {
    return cutShort;
  }

  private void open(Input input) {
    try {
      close();
      ended = false;
      readBefore = bytesRead();
      CountingInputStream in =
          new CountingInputStream(
              input.path().isPresent() ? Files.newInputStream(input.path().get()) : System.in);
      stream = in;
      rows = input.format().open(input.name(), input.file(), input.path(), in, map);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_FOUND, "there is no such file").inFile(input.name()));
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the file cannot be read").inFile(input.name()));
    }
  }

  @Override
  public InputRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    InputRow last = broken;
    broken = null;
    return last == null ? requireNonNull(rows).next() : last;
  }

  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
    }
  }
}
