package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.document.Application;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.record.DecisionRecord;
import org.tfm.model.school.School;
import org.tfm.rules.pack.SmallPacks;
import org.tfm.rules.replay.Replay;

class PolicyArchiveTest {

  @TempDir Path folder;

  private static PolicyBook book(int people) {
    return PolicyBook.builder()
        .files(
            SmallPacks.files(
                "hub",
                "2022/23",
                "",
                SmallPacks.rule(
                    "people",
                    "terms.application(\"people\").must(leadParticipants().isAtLeast("
                        + people
                        + "));")))
        .build();
  }

  private static DecisionRecord decided(PolicyBook book) {
    return book.decide(
            Application.builder()
                .offering(Offering.of("hub", "primary-development", AcademicYear.startingIn(2022)))
                .school(School.builder().urn(100_008).build())
                .leadParticipants(List.of(LeadParticipant.builder().build()))
                .build())
        .record();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void aDecisionIsMadeAgainAsItWasAfterThePolicyHasChanged() {
    PolicyBook before = book(1);
    PolicyBook after = book(2);
    DecisionRecord record = decided(before);
    PolicyArchive.in(folder).add(before);
    PolicyArchive.in(folder).add(after);
    assertThat(Replay.of(record, after).isEqual()).isFalse();
    PolicyBook found =
        PolicyArchive.in(folder).find(record.assessment().policy().book()).orElseThrow();
    assertThat(Replay.of(record, found).isEqual()).isTrue();
    PackSnapshotTest.assertDecideAlike(before, found);
  }

  @Test
  void eachPackIsStoredOnceAndNothingIsLeftBehind() throws IOException {
    PolicyArchive.in(folder).add(book(1));
    List<Path> files = files();
    PolicyArchive.in(folder).add(book(1));
    assertThat(files()).isEqualTo(files).hasSize(2);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    PolicyArchive.in(folder).add(book(1));
    PolicyArchive archive = PolicyArchive.in(folder);
    assertThat(archive.find(book(2).hash())).isEmpty();
    assertThat(archive.find("../books/x")).isEmpty();
    assertThat(PolicyArchive.in(folder.resolve("none")).find(book(1).hash())).isEmpty();
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    PolicyBook book = book(1);
    PolicyArchive.in(folder).add(book);
    Path listing = files().get(0);
    Path pack = files().get(1);
    String text = Files.readString(pack);
    Files.writeString(pack, text.replace("\"title\":\"Flyer\"", "\"title\":\"Other\""));
    isDamaged(book, pack);
    Files.writeString(pack, text);
    PolicyArchive.in(folder).add(book(2));
    Files.copy(
        files().stream()
            .filter(file -> file.startsWith(folder.resolve("books")) && !file.equals(listing))
            .findFirst()
            .orElseThrow(),
        listing,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    isDamaged(book, listing);
    assertThatThrownBy(() -> PolicyArchive.in(folder).add(book))
        .hasMessage(listing + ": the archive is damaged: this file is not what its name says");
    Files.writeString(listing, "{");
    assertThatThrownBy(() -> PolicyArchive.in(folder).find(book.hash()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(listing.toString());
  }

  @Test
  void aChangedFileIsNeitherReadNorKeptNorReplaced() throws IOException {
    PolicyBook book = book(1);
    PolicyArchive.in(folder).add(book);
    Path pack = files().get(1);
    String text = Files.readString(pack);
    for (String changed : List.of("", text.replace("\"least\":1", "\"least\":2"), text + " ")) {
      assertThat(changed).isNotEqualTo(text);
      Files.writeString(pack, changed);
      isDamaged(book, pack);
      assertThatThrownBy(() -> PolicyArchive.in(folder).add(book))
          .hasMessage(pack + ": the archive is damaged: this file is not what its name says");
      assertThat(pack).hasContent(changed);
    }
    Files.delete(pack);
    isDamaged(book, pack);
    PolicyArchive.in(folder).add(book);
    assertThat(pack).hasContent(text);
    assertThat(PolicyArchive.in(folder).find(book.hash())).isPresent();
  }

  @Test
  void aLinkIsNotReplaced() throws IOException {
    PolicyBook book = book(1);
    PolicyArchive.in(folder).add(book);
    Path pack = files().get(1);
    Files.delete(pack);
    Files.createSymbolicLink(pack, folder.resolve("gone"));
    isDamaged(book, pack);
    assertThatThrownBy(() -> PolicyArchive.in(folder).add(book))
        .hasMessageStartingWith(pack.toString());
    assertThat(pack).isSymbolicLink();
  }

  private void isDamaged(PolicyBook book, Path file) {
    assertThatThrownBy(() -> PolicyArchive.in(folder).find(book.hash()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + ": the archive is damaged: this file is not what its name says");
  }
}
