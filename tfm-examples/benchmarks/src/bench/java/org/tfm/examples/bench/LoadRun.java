package org.tfm.examples.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.tfm.rules.book.BundledPacks;
import org.tfm.rules.book.PackSnapshot;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackArchive;
import org.tfm.rules.pack.PackFiles;

/**
 * Loads a pack of 20 rules, in turn with Drools alone, which compiles the same rules.
 *
 * <p>Drools gets the source that the library generates, so both compile the same text. The first
 * time, the contents are new to the process.
 */
final class LoadRun {

  /** The start of the names of figures of bundled packs, loaded from their rule files. */
  static final String RULES_OF = "load.rules.ms/";

  /** The start of the names of figures of bundled packs, loaded from snapshots. */
  static final String SNAPSHOT_OF = "load.snapshot.ms/";

  private static final int RULES = 20;

  private LoadRun() {}

  /** Writes the medians; the second argument is the number of rounds. */
  public static void main(String... args) throws IOException {
    int rounds = Integer.parseInt(args[1]);
    List<Long> drools = new ArrayList<>();
    List<Long> first = new ArrayList<>();
    List<Long> again = new ArrayList<>();
    for (int i = 0; i < rounds * 2; i++) {
      drools.add(drools(SizedPack.of("bare-" + i, RULES)));
      PackFiles files = SizedPack.of("own-" + i, RULES);
      first.add(library(files));
      again.add(library(files));
    }
    Figures figures = new Figures();
    figures.put("load.drools.ms", warm(drools) / 1e6);
    figures.put("load.first.ms", warm(first) / 1e6);
    figures.put("load.again.ms", warm(again) / 1e6);
    bundled(figures, rounds);
    snapshots(figures, rounds);
    figures.write(Path.of(args[0]));
  }

  /** Loads each bundled pack that extends no other, from its rule files and from a snapshot. */
  private static void bundled(Figures figures, int rounds) throws IOException {
    PolicyBook bundled = PolicyBook.bundled();
    for (PackFiles files : bundledFiles()) {
      Pack pack = Pack.parse(files);
      if (pack.publisher().bases().isEmpty()) {
        String snapshot = bundled.snapshot(pack.id()).write();
        List<Long> rules = new ArrayList<>();
        List<Long> data = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
          rules.add(library(changed(files, i)));
          data.add(
              timed(PolicyBook.builder(), book -> book.snapshot(PackSnapshot.parse(snapshot))));
        }
        figures.put(RULES_OF + pack.id(), warm(rules) / 1e6);
        figures.put(SNAPSHOT_OF + pack.id(), warm(data) / 1e6);
      }
    }
  }

  /** Loads all bundled packs together from snapshots: first, and when the process is warm. */
  private static void snapshots(Figures figures, int rounds) {
    PolicyBook bundled = PolicyBook.bundled();
    List<String> snapshots =
        bundled.packs().stream().map(pack -> bundled.snapshot(pack.id()).write()).toList();
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < Math.max(2, rounds); i++) {
      long start = System.nanoTime();
      PolicyBook.Builder book = PolicyBook.builder();
      snapshots.forEach(snapshot -> book.snapshot(PackSnapshot.parse(snapshot)));
      if (book.build().packs().size() != snapshots.size()) {
        throw new IllegalStateException("not all packs are in the book");
      }
      nanos.add(System.nanoTime() - start);
    }
    figures.put("load.snapshots", snapshots.size());
    figures.put("load.snapshots.first.ms", nanos.get(0) / 1e6);
    figures.put("load.snapshots.ms", warm(nanos) / 1e6);
  }

  /** The rule files of the bundled packs, from where the library is. */
  private static List<PackFiles> bundledFiles() throws IOException {
    Path library =
        Path.of(
            URI.create(
                PolicyBook.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    return Files.isDirectory(library)
        ? BundledPacks.folders(library.resolve("policies")).stream().map(PackFiles::read).toList()
        : PackArchive.read(library).stream()
            // The jar has the texts of a new pack too.
            .filter(files -> files.name().contains("!policies/"))
            .toList();
  }

  /** A comment makes the content new, so that it is compiled. */
  private static PackFiles changed(PackFiles files, int number) {
    Map<String, String> texts = new TreeMap<>(files.texts());
    texts.replaceAll((name, text) -> name.endsWith(".drl") ? text + "\n// " + number + "\n" : text);
    return PackFiles.of(files.name(), texts);
  }

  /** The median of the second half, when the process is warm. */
  private static double warm(List<Long> nanos) {
    return Figures.median(nanos.subList(nanos.size() / 2, nanos.size()));
  }

  private static long library(PackFiles files) {
    return timed(PolicyBook.builder(), book -> book.files(files));
  }

  private static long timed(PolicyBook.Builder builder, Consumer<PolicyBook.Builder> added) {
    long start = System.nanoTime();
    added.accept(builder);
    PolicyBook book = builder.build();
    long nanos = System.nanoTime() - start;
    if (book.packs().size() != 1) {
      throw new IllegalStateException("the pack is not in the book");
    }
    return nanos;
  }

  private static long drools(PackFiles files) {
    Map<String, String> source = Pack.parse(files).engineSource();
    long start = System.nanoTime();
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("org.tfm.bench", files.name(), "1");
    KieFileSystem system = services.newKieFileSystem();
    system.generateAndWritePomXML(release);
    source.forEach((name, text) -> system.write("src/main/resources/" + name, text));
    KieBuilder builder = services.newKieBuilder(system).buildAll(ExecutableModelProject.class);
    KieContainer container = services.newKieContainer(release);
    KieBase base = container.getKieBase();
    long nanos = System.nanoTime() - start;
    if (builder.getResults().hasMessages(Message.Level.ERROR) || base.getKiePackages().isEmpty()) {
      throw new IllegalStateException("the rules do not compile");
    }
    container.dispose();
    services.getRepository().removeKieModule(release);
    return nanos;
  }
}
