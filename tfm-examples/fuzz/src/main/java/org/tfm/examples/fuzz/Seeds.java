package org.tfm.examples.fuzz;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.register.SchoolRegister;
import org.tfm.rules.book.PolicyBook;

/**
 * The seeds of the fuzzer: the seeds in this module and the current packs, documents and register
 * of the project.
 */
final class Seeds {

  private static final int LARGEST = 8_000;
  private static final Pattern WORD = Pattern.compile("[A-Za-z@][A-Za-z0-9_-]{2,29}");

  private final Path module;
  private final Path policies;
  private final Set<String> words = new TreeSet<>();

  /**
   * Creates the seeds of the project.
   *
   * @param module the folder of this module
   */
  Seeds(Path module) {
    this.module = module;
    this.policies = module.resolve("../../tfm-rules/src/main/resources/policies").normalize();
  }

  /** Writes the seeds of a target and a dictionary of their words to a folder. */
  void write(String target, Path folder) throws IOException {
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    for (byte[] seed : seeds(target)) {
      Files.write(seeds.resolve(Hashing.sha256().hashBytes(seed).toString()), seed);
      WORD.matcher(new String(seed, StandardCharsets.UTF_8))
          .results()
          .forEach(word -> words.add(word.group()));
    }
    Files.writeString(
        folder.resolve("words.dict"),
        words.stream().map(word -> "\"" + word + "\"\n").collect(Collectors.joining()));
  }

  private List<byte[]> seeds(String target) throws IOException {
    ImmutableList.Builder<byte[]> seeds = ImmutableList.builder();
    boolean kinds = target.equals("json") || target.equals("yaml");
    for (Path file : files(module.resolve("seeds").resolve(target), "")) {
      // For targets with several types of document, the name of a seed starts with its type.
      String kind = kinds ? file.getFileName().toString().substring(0, 1) : "";
      seeds.add(prefixed(kind, Files.readAllBytes(file)));
    }
    switch (target) {
      case "json" -> json(seeds);
      case "yaml" -> {
        for (Path file : files(policies, ".yaml")) {
          if (Files.size(file) < LARGEST && !file.endsWith("coverage.yaml")) {
            seeds.add(
                prefixed(file.endsWith("publisher.yaml") ? "p" : "c", Files.readAllBytes(file)));
          }
        }
      }
      case "rules" -> {
        for (Path file : files(policies, ".drl")) {
          Splitter.on("\nrule ")
              .splitToStream(Files.readString(file))
              .skip(1)
              .map(rule -> prefixed("rule ", rule.getBytes(StandardCharsets.UTF_8)))
              .forEach(seeds::add);
        }
      }
      case "register-index" -> seeds.add(index());
      case "register" ->
          seeds.add(
              Files.readString(register())
                  .lines()
                  .limit(8)
                  .collect(Collectors.joining("\n"))
                  .getBytes(StandardCharsets.UTF_8));
      case "archive" -> seeds.add(archive());
      default -> {}
    }
    return seeds.build();
  }

  private void json(ImmutableList.Builder<byte[]> seeds) throws IOException {
    PolicyBook book = PolicyBook.bundled();
    for (Path file : files(module.resolve("../quickstart/src/main/resources"), ".json")) {
      byte[] document = Files.readAllBytes(file);
      seeds.add(prefixed("a", document));
      Application application =
          TfmJson.read(new String(document, StandardCharsets.UTF_8), Application.class);
      Terms terms = book.terms(application.offering(), application.school().kind());
      seeds.add(
          prefixed("s", TfmJson.write(terms.assess(application)).getBytes(StandardCharsets.UTF_8)));
    }
    Offering smallest =
        Offering.of("archimedes-ne", "primary-sustaining", AcademicYear.startingIn(2021));
    seeds.add(prefixed("t", TfmJson.write(book.terms(smallest)).getBytes(StandardCharsets.UTF_8)));
  }

  private Path register() {
    return module.resolve("../../tfm-rules/register/src/test/resources/register/register.csv");
  }

  private byte[] index() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SchoolRegister.write(register(), Optional.empty(), LocalDate.of(2022, 5, 3), bytes);
    return bytes.toByteArray();
  }

  private byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path file : files(policies.resolve("national"), "")) {
        zip.putNextEntry(new ZipEntry(policies.relativize(file).toString()));
        zip.write(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] prefixed(String prefix, byte[] bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(prefix.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(bytes);
    return all.toByteArray();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }
}
