package org.tfm.examples.cli;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tfm.examples.batch.WholeFile;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.rules.book.BundledPacks;
import org.tfm.rules.book.PackSnapshot;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.ClassPathPacks;
import org.tfm.rules.pack.PackFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compiles packs to data. */
@Command(
    name = "compile",
    description = {
      "Compiles packs, so that programs load them in milliseconds and without Drools.",
      "",
      "Writes OUT/FOLDER/pack.snapshot.json for the pack in DIR/FOLDER, and a list of all files of"
          + " the packs in OUT/META-INF/tfm-packs, as jars of packs have it. The list names the"
          + " rule files too if they are in OUT."
    },
    mixinStandardHelpOptions = true)
final class CompileCommand implements Callable<Integer> {

  private static final String SNAPSHOT = "pack" + PackSnapshot.SUFFIX;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "A folder with one or more packs.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "OUT", description = "The folder to write to.")
  private Path out;

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "Also load the packs in this folder, for packs that extend them.")
  private List<Path> packs = new ArrayList<>();

  @Override
  public Integer call() {
    PolicyBook book = Books.all(packs, List.of(folder));
    Map<String, PackFiles> compiled = new TreeMap<>();
    for (Path pack : BundledPacks.folders(folder)) {
      compiled.put(folder.relativize(pack).toString().replace('\\', '/'), PackFiles.read(pack));
    }
    PrintWriter printed = spec.commandLine().getOut();
    List<String> listed = new ArrayList<>();
    try {
      for (Map.Entry<String, PackFiles> pack : compiled.entrySet()) {
        PackSnapshot snapshot = snapshot(book, pack.getValue());
        Path target = out.resolve(pack.getKey());
        write(target.resolve(SNAPSHOT), snapshot.write());
        files(target, pack.getValue()).map(file -> path(pack.getKey(), file)).forEach(listed::add);
        printed.println(snapshot.id() + ": " + target.resolve(SNAPSHOT));
      }
      write(out.resolve(ClassPathPacks.MARKER), String.join("\n", listed) + "\n");
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_WRITABLE, "the files cannot be written. Is the disk full?")
              .inFile(out.toString()));
    }
    return 0;
  }

  /** Finds the compiled pack by the hash of its files. */
  private static PackSnapshot snapshot(PolicyBook book, PackFiles files) {
    String hash = files.hash();
    String id =
        book.packs().stream()
            .filter(pack -> pack.hash().equals(hash))
            .findFirst()
            .orElseThrow()
            .id();
    return book.snapshot(id);
  }

  /** The snapshot, and those files of the pack that are in the target too. */
  private static Stream<String> files(Path target, PackFiles pack) {
    ImmutableSet<String> names = pack.texts().keySet();
    return Stream.concat(
        Stream.of(SNAPSHOT), names.stream().filter(name -> Files.exists(target.resolve(name))));
  }

  private static String path(String folder, String file) {
    return folder.isEmpty() ? file : folder + "/" + file;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (WholeFile whole = WholeFile.create(file)) {
      whole.write(text.getBytes(StandardCharsets.UTF_8));
      whole.finish();
    }
  }
}
