package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.demo;
import static org.tfm.examples.cli.Commands.pack;
import static org.tfm.examples.cli.Commands.tfm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.examples.cli.Commands.Run;

/** The commands compile and archive. */
class CompiledPacksTest {

  @TempDir Path folder;
  private String packs;

  @BeforeEach
  void aPackOfAnotherHub() throws IOException {
    packs = folder.resolve("packs").toString();
    Path river = folder.resolve("packs/river/2022-23");
    pack(river, "cheshire-wirral/2022-23", "cheshire", "river");
    Path publisher = river.resolve("publisher.yaml");
    Files.writeString(
        publisher, Files.readString(publisher).replace("name: Cheshire", "name: River"));
  }

  @Test
  void aCompiledPackAnswersAsItsRulesDo() throws IOException {
    String out = folder.resolve("out").toString();
    Run compiled = tfm("compile", packs, out).isAnAnswer();
    Path snapshot = folder.resolve("out/river/2022-23/pack.snapshot.json");
    assertThat(compiled.out().strip()).isEqualTo("river-wirral/2022-23: " + snapshot);
    assertThat(folder.resolve("out/META-INF/tfm-packs"))
        .hasContent("river/2022-23/pack.snapshot.json\n");
    String file =
        Files.writeString(
                folder.resolve("yes.json"), demo("yes").replace("cheshire-wirral", "river-wirral"))
            .toString();
    String answer = tfm("assess", file, "--json", "--packs", packs).isAnAnswer().out();
    assertThat(tfm("assess", file, "--json", "--packs", out).isAnAnswer().out()).isEqualTo(answer);
  }

  @Test
  void aLinkIsNotReplacedByAFile() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out/river/2022-23"));
    Path other = Files.writeString(folder.resolve("other"), "kept");
    for (Path target : List.of(folder.resolve("gone"), other)) {
      Path link = Files.createSymbolicLink(out.resolve("pack.snapshot.json"), target);
      tfm("compile", packs, folder.resolve("out").toString())
          .isRefused(link + ": this is not a file, and is not replaced by one");
      assertThat(link).isSymbolicLink();
      Files.delete(link);
    }
    assertThat(other).hasContent("kept");
  }

  @Test
  void aHubWithTheNameOfAnotherIsSaidToBeOne() throws IOException {
    Path publisher = folder.resolve("packs/river/2022-23/publisher.yaml");
    Files.writeString(
        publisher,
        Files.readString(publisher).replace("name: River & Wirral", "name: CHESHIRE &  Wirral"));
    assertThat(tfm("offerings", "--packs", packs).err())
        .isEqualTo(
            "warning: river-wirral/2022-23: the hub `river-wirral` has the name of the hub"
                + " `cheshire-wirral`, so that people cannot tell them apart\n");
  }

  @Test
  void theListNamesTheRuleFilesThatAreThereToo() throws IOException {
    tfm("compile", packs, packs).isAnAnswer();
    assertThat(folder.resolve("packs/META-INF/tfm-packs"))
        .hasContent(
            """
            river/2022-23/pack.snapshot.json
            river/2022-23/primary-development.cases.yaml
            river/2022-23/primary-development.drl
            river/2022-23/publisher.yaml
            """);
  }

  @Test
  void aPackWithMistakesIsNotCompiled() throws IOException {
    Path rules = folder.resolve("packs/river/2022-23/primary-development.drl");
    Files.writeString(rules, Files.readString(rules).replaceFirst("isExactly", "isExcatly"));
    tfm("compile", packs, folder.resolve("out").toString()).isRefused("Maybe `isExactly`?");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aRecordIsDecidedAgainWithThePolicyOfItsDay() throws IOException {
    String archive = folder.resolve("archive").toString();
    String records = folder.resolve("records").toString();
    String changed = pack(folder.resolve("changed"), "cheshire-wirral/2022-23", "10", "11");
    assertThat(tfm("archive", archive).isAnAnswer().out()).startsWith("Kept ");
    String file = Files.writeString(folder.resolve("yes.json"), demo("yes")).toString();
    tfm("assess", file, "--record", records);
    String record = only(folder.resolve("records")).toString();
    assertThat(tfm("replay", record, "--packs", changed).exitCode()).isEqualTo(1);
    assertThat(tfm("replay", record, "--archive", archive).isAnAnswer().out())
        .contains("the same, byte for byte");
    tfm("replay", record, "--archive", folder.resolve("none").toString())
        .isRefused("does not have the policy of this record. Leave out `--archive`");
    tfm("replay", record, "--archive", archive, "--packs", changed)
        .isRefused("`--archive` and `--packs` cannot be used together");
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }
}
