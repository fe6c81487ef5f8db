package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code bin/tfm} in a process of its own, with a jar of the classes under test. */
class LauncherTest {

  private static final int PATIENCE_SECONDS = 120;
  private static final Path SCRIPT = Path.of("..", "bin", "tfm").toAbsolutePath();

  @TempDir static Path folder;

  private static Path jar = Path.of("");

  /** The output of a run. */
  private record Ran(int exitCode, String out, String err) {}

  /** One jar with everything, as the build makes it: archives take no classes from folders. */
  @BeforeAll
  static void makeJar() throws IOException {
    jar = Files.createDirectory(folder.resolve("build")).resolve("tfm.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Tfm.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    Set<String> seen = new HashSet<>();
    Splitter entries = Splitter.on(File.pathSeparatorChar).omitEmptyStrings();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (String entry : entries.split(System.getProperty("java.class.path"))) {
        Path path = Path.of(entry);
        if (Files.isDirectory(path)) {
          add(path, seen, out);
        } else if (Files.isRegularFile(path)) {
          try (FileSystem zip = FileSystems.newFileSystem(path)) {
            add(zip.getPath("/"), seen, out);
          }
        }
      }
    }
  }

  private static void add(Path root, Set<String> seen, JarOutputStream out) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        boolean isOfJar =
            name.equals("META-INF/MANIFEST.MF")
                || name.endsWith(".SF")
                || name.endsWith("module-info.class");
        if (!isOfJar && seen.add(name)) {
          out.putNextEntry(new ZipEntry(name));
          Files.copy(file, out);
          out.closeEntry();
        }
      }
    }
  }

  private static Ran run(Map<String, String> environment, String input, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
    command.addAll(List.of(args));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "TFM_OPTS"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("TFM_JAR", jar.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the script did not end");
    }
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static String archives(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve("tfm"))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.joining(" "));
    }
  }

  @Test
  void theFirstRunWritesAnArchiveThatTheNextOneUses() throws Exception {
    Path cache = folder.resolve("the cache");
    Path log = folder.resolve("classes.log");
    String input =
        """
        { "offering": { "hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23" },
          "school": { "urn": 100009 } }
        """;
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", cache.toString());
    Ran first = run(environment, input, "assess", "-", "--json");
    assertThat(first.err()).isEmpty();
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).startsWith("{").contains("MORE_INFORMATION_NEEDED");
    assertThat(archives(cache)).matches("\\d+-rest\\.jsa");

    Ran second =
        run(
            Map.of(
                "XDG_CACHE_HOME",
                cache.toString(),
                "TFM_OPTS",
                "-Xlog:class+load:file=" + log.toString()),
            input,
            "assess",
            "-",
            "--json");
    assertThat(second).isEqualTo(first);
    assertThat(Files.readAllLines(log))
        .anyMatch(
            line ->
                line.contains(" org.tfm.model.assessment.Terms ")
                    && line.contains("shared objects file"));
  }

  @Test
  void screeningHasAnArchiveOfItsOwn() throws Exception {
    Path cache = folder.resolve("for screening");
    Path log = folder.resolve("screening.log");
    String register =
        """
        URN,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code)
        100009,01,1,2
        """;
    String[] screen = {"screen", "-", "--hub", "cheshire-wirral", "--year", "2022/23"};
    Ran first = run(Map.of("XDG_CACHE_HOME", cache.toString()), register, screen);
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).contains("100009,,primary-development,");
    assertThat(archives(cache)).matches("\\d+-screen\\.jsa");
    Map<String, String> logged =
        Map.of(
            "XDG_CACHE_HOME",
            cache.toString(),
            "TFM_OPTS",
            "-Xlog:class+load:file=" + log.toString());
    assertThat(run(logged, register, screen)).isEqualTo(first);
    assertThat(Files.readAllLines(log))
        .anyMatch(
            line ->
                line.contains(" org.tfm.register.Screening ")
                    && line.contains("shared objects file"));
  }

  @Test
  void withoutAPlaceForTheArchiveItRunsAsItIs() throws Exception {
    Path file = Files.createFile(folder.resolve("no-folder"));
    Ran ran = run(Map.of("XDG_CACHE_HOME", file.toString()), "", "offerings");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("cheshire-wirral");
  }

  @Test
  void anArchiveThatDoesNotFitIsPassedOverInSilence() throws Exception {
    Path cache = folder.resolve("damaged");
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", cache.toString());
    Ran first = run(environment, "", "offerings");
    Path archive = cache.resolve("tfm").resolve(archives(cache));
    Files.writeString(archive, "no archive");
    assertThat(run(environment, "", "offerings")).isEqualTo(first);
  }

  @Test
  void badInputIsAnsweredAsByTheJar() throws Exception {
    Ran ran = run(Map.of("XDG_CACHE_HOME", ""), "{", "assess", "-");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("standard input");
  }

  @Test
  void aMissingJarIsNamed() throws Exception {
    Ran ran = run(Map.of("TFM_JAR", "nowhere/tfm.jar"), "", "--help");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("`nowhere/tfm.jar`");
  }
}
