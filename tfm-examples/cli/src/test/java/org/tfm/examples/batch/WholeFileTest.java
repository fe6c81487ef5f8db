package org.tfm.examples.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.problem.InvalidInputException;

class WholeFileTest {

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  @Test
  void thePreviousFileStaysUntilTheNewOneIsComplete() throws IOException {
    Path file = Files.writeString(folder.resolve("out"), "old");
    try (WholeFile whole = WholeFile.create(file)) {
      whole.write(bytes("new"));
      assertThat(file).hasContent("old");
      whole.finish();
      assertThat(file).hasContent("new");
    }
    assertThat(names()).containsExactly("out");
  }

  @Test
  void aFileThatIsNotFinishedLeavesNoTrace() throws IOException {
    Path file = folder.resolve("out");
    try (WholeFile whole = WholeFile.create(file)) {
      whole.write(bytes("half"));
      assertThat(names()).containsExactly("out.part");
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void theRemainsOfAKilledProgramAreOverwritten() throws IOException {
    Files.writeString(folder.resolve("out.part"), "a long text that was left");
    try (WholeFile whole = WholeFile.create(folder.resolve("out"))) {
      whole.write(bytes("new"));
      whole.finish();
    }
    assertThat(folder.resolve("out")).hasContent("new");
    assertThat(names()).containsExactly("out");
  }

  @Test
  void twoProgramsDoNotWriteOneFile() throws IOException {
    Path file = folder.resolve("out");
    try (WholeFile whole = WholeFile.create(file)) {
      assertThatThrownBy(() -> WholeFile.create(file))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(file + ": another program is writing this file");
      whole.write(bytes("new"));
      whole.finish();
    }
    assertThat(file).hasContent("new");
  }

  @Test
  void aLinkToNothingIsNotReplaced() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
    assertThatThrownBy(() -> WholeFile.create(link))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(link + ": this is a link to a file that does not exist");
    assertThat(link).isSymbolicLink();
    assertThat(names()).containsExactly("link");
  }

  @Test
  void aFileKnowsWhetherItReplacesAnother() throws IOException {
    try (WholeFile whole = WholeFile.create(folder.resolve("out"))) {
      assertThat(whole.replaces()).isFalse();
      whole.finish();
    }
    try (WholeFile whole = WholeFile.create(folder.resolve("out"))) {
      assertThat(whole.replaces()).isTrue();
    }
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    try (WholeFile whole = WholeFile.create(link)) {
      whole.write(bytes("new"));
      whole.finish();
    }
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void aDeviceIsWrittenToAndStaysOne() throws IOException {
    Path device = Path.of("/dev/null");
    if (!Files.exists(device)) {
      return;
    }
    try (WholeFile whole = WholeFile.create(device)) {
      whole.write(bytes("new"));
      whole.finish();
    }
    assertThat(Files.isRegularFile(device)).isFalse();
    assertThat(device.resolveSibling("null.part")).doesNotExist();
  }

  @Test
  void aFolderAndAFileInAMissingFolderCannotBeWritten() {
    assertThatThrownBy(() -> WholeFile.create(folder)).hasMessage(folder + ": this is a folder");
    Path nowhere = folder.resolve("no").resolve("out");
    assertThatThrownBy(() -> WholeFile.create(nowhere))
        .hasMessage(nowhere + ": its folder does not exist");
  }

  @Test
  void nothingButAFileIsOverwrittenUnderTheNameUntilItIsWhole() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "kept");
    Path part = Files.createSymbolicLink(folder.resolve("out.part"), other);
    assertThatThrownBy(() -> WholeFile.create(folder.resolve("out")))
        .hasMessageEndingWith(
            "out: the file cannot be written: `out.part`, its name until it is whole, is not a"
                + " file");
    Files.delete(part);
    Files.createDirectory(part);
    assertThatThrownBy(() -> WholeFile.create(folder.resolve("out")))
        .hasMessageContaining("is not a file");
    assertThat(other).hasContent("kept");
  }

  @Test
  void aFileWouldChangeItselfAndItsNameUntilItIsWholeUnderAnyOtherName() throws IOException {
    Path file = Files.writeString(folder.resolve("out"), "");
    Path part = Files.writeString(folder.resolve("out.part"), "");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    Path hard = Files.createLink(folder.resolve("hard"), part);
    for (Path same : List.of(file, part, link, hard, folder.resolve("x/../out"))) {
      assertThat(WholeFile.wouldChange(file, same)).as("%s", same).isTrue();
      assertThat(WholeFile.wouldChange(link, same)).as("%s", same).isTrue();
    }
    assertThat(WholeFile.wouldChange(file, folder.resolve("out.par"))).isFalse();
    assertThat(WholeFile.wouldChange(folder.resolve("new"), folder.resolve("new.part"))).isTrue();
  }
}
