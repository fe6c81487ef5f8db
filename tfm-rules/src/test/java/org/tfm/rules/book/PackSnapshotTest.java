package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.SchoolKind;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

class PackSnapshotTest {

  private static final AcademicYear YEAR = AcademicYear.startingIn(2022);
  private static final PackFiles BASE =
      SmallPacks.files(
          "base",
          "",
          "",
          SmallPacks.rule("size", "terms.group(\"size\").must(schools().isExactly(6));"));
  private static final PackFiles OTHER_BASE =
      SmallPacks.files(
          "base",
          "",
          "",
          SmallPacks.rule("size", "terms.group(\"size\").must(schools().isExactly(7));"));
  private static final PackFiles TOP =
      SmallPacks.files(
          "top",
          "2022/23",
          "base",
          SmallPacks.rule("phase", "terms.eligibility(\"phase\").must(phase().is(PRIMARY));"));

  @TempDir Path folder;

  private static PackSnapshot snapshot(String id, PackFiles... packs) {
    PolicyBook.Builder book = PolicyBook.builder();
    List.of(packs).forEach(book::files);
    return PackSnapshot.parse(book.build().snapshot(id).write());
  }

  private Path write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  /** Compares the terms of all offerings for all kinds of school on the days of all changes. */
  static void assertDecideAlike(PolicyBook book, PolicyBook other) {
    assertThat(other.hash()).isEqualTo(book.hash());
    assertThat(other.packs()).isEqualTo(book.packs());
    for (OfferingEntry entry : book.offerings()) {
      Offering offering = entry.in(entry.year().orElse(YEAR));
      Set<LocalDate> days = new TreeSet<>(book.layers(entry.pack(), entry.type().id()).days());
      days.add(offering.year().firstDay());
      for (LocalDate day : days) {
        for (SchoolKind kind :
            ImmutableSet.copyOf(book.layers(entry.pack(), entry.type().id()).kinds(day))) {
          LocalDate on = day.equals(LocalDate.MIN) ? offering.year().firstDay() : day;
          assertThat(other.terms(offering, PartialSchoolKind.of(kind), on))
              .isEqualTo(book.terms(offering, PartialSchoolKind.of(kind), on));
        }
      }
      assertThat(other.terms(offering)).isEqualTo(book.terms(offering));
    }
  }

  @Test
  void everyBundledPackDecidesAsASnapshotAsItDoesWithItsRules() {
    PolicyBook bundled = PolicyBook.bundled();
    PolicyBook.Builder snapshots = PolicyBook.builder();
    bundled
        .packs()
        .forEach(
            pack -> snapshots.snapshot(PackSnapshot.parse(bundled.snapshot(pack.id()).write())));
    assertDecideAlike(bundled, snapshots.build());
  }

  @Test
  void aSnapshotNamesItsSourcesAndItsBases() {
    PackSnapshot snapshot = snapshot("top/2022-23", BASE, TOP);
    assertThat(snapshot.hash()).isEqualTo(TOP.hash());
    assertThat(snapshot.bases()).containsOnlyKeys("base").containsValue(BASE.hash());
    assertThat(snapshot)
        .isEqualTo(snapshot("top/2022-23", BASE, TOP))
        .hasToString("PackSnapshot of top/2022-23, " + TOP.hash().substring(0, 19));
  }

  @Test
  void anotherVersionOfABaseIsRefused() {
    PackSnapshot top = snapshot("top/2022-23", BASE, TOP);
    PolicyBook.Builder same = PolicyBook.builder().files(BASE).snapshot(top);
    assertDecideAlike(PolicyBook.builder().files(BASE).files(TOP).build(), same.build());
    PolicyBook.Builder other = PolicyBook.builder().files(OTHER_BASE).snapshot(top);
    assertThatThrownBy(other::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "top/2022-23: the snapshot was made with another version of the pack `base`, which it"
                + " extends. Compile the pack again");
    assertThatThrownBy(PolicyBook.builder().snapshot(top)::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("`extends` names the unknown pack `base`");
  }

  @ParameterizedTest
  @CsvSource({"format, 2, 1", "language, 99, 2", "kinds, none, "})
  void anotherFormatOrLanguageIsRefused(String key, String value, String expected) {
    String json = snapshot("base", BASE).write();
    String other =
        json.replaceFirst("\"" + key + "\":\"?[0-9a-f]+\"?", "\"" + key + "\":\"" + value + "\"");
    assertThat(other).isNotEqualTo(json);
    assertThatThrownBy(() -> PackSnapshot.parse(other))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(
            "the snapshot was made by another version of the library: `" + key + "` is not ")
        .hasMessageContaining(expected == null ? "" : expected)
        .hasMessageEndingWith("Compile the pack again with this version of the library");
  }

  @ParameterizedTest
  @CsvSource({"'', empty", "'[]', expected", "'{}', missing", "'{\"format\":1}', missing"})
  void whatIsNoSnapshotIsRefused(String json, String message) {
    assertThatThrownBy(() -> PackSnapshot.parse(json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anUnknownKeyOfASnapshotIsRefused() {
    String json = snapshot("base", BASE).write();
    assertThatThrownBy(() -> PackSnapshot.parse(json.replace("\"bases\":", "\"basis\":")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("`basis`");
  }

  @Test
  void theSnapshotsOfAFolderAreLoadedWithAllProblemsAtOnce() throws IOException {
    write("one/base.snapshot.json", snapshot("base", BASE).write());
    write("two/top.snapshot.json", snapshot("top/2022-23", BASE, TOP).write());
    assertDecideAlike(
        PolicyBook.builder().files(BASE).files(TOP).build(),
        PolicyBook.builder().snapshots(folder).build());
    Path bad = write("two/bad.snapshot.json", "{}");
    Path worse = write("two/worse.snapshot.json", "no");
    assertThatThrownBy(PolicyBook.builder().snapshots(folder)::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(bad.toString(), worse.toString());
  }

  @Test
  void aFolderWithoutSnapshotsSaysWhatIsExpected() {
    assertThatThrownBy(PolicyBook.builder().snapshots(folder)::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            folder
                + ": the folder contains no compiled pack; expected a file `NAME.snapshot.json`");
  }

  private PolicyBook ofClassPath(PackFiles files, String snapshot) throws IOException {
    StringBuilder marker = new StringBuilder("com/base.d/pack.snapshot.json\n");
    write("com/base.d/pack.snapshot.json", snapshot);
    for (String file : files.texts().keySet()) {
      write("com/base.d/" + file, files.texts().get(file));
      marker.append("com/base.d/").append(file).append('\n');
    }
    write("META-INF/tfm-packs", marker.toString());
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      return PolicyBook.builder().classPathPacks(loader).build();
    }
  }

  @Test
  void aSnapshotBesideItsRuleFilesIsUsedOnTheClassPath() throws IOException {
    PolicyBook rules = PolicyBook.builder().files(BASE).build();
    String marked =
        snapshot("base", BASE).write().replace("\"title\":\"Flyer\"", "\"title\":\"Kept\"");
    PolicyBook book = ofClassPath(BASE, marked);
    assertThat(book.hash()).isEqualTo(rules.hash());
    assertThat(book.packs().get(0).sources().get(0).title()).isEqualTo("Kept");
  }

  @Test
  void aSnapshotOfOtherRuleFilesIsRefusedOnTheClassPath() {
    assertThatThrownBy(() -> ofClassPath(BASE, snapshot("base", OTHER_BASE).write()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "com/base.d: the snapshot was not made from the rule files beside it. Compile the pack"
                + " again");
  }

  @Test
  void aSetOfMoreThanAllKindsIsRefused() {
    String json = snapshot("base", BASE).write();
    String many =
        java.util.Base64.getEncoder()
            .encodeToString("x".repeat(9_999).getBytes(StandardCharsets.UTF_8));
    String other = json.replace("\"kinds\":\"all\"", "\"kinds\":\"" + many + "\"");
    assertThat(other).isNotEqualTo(json);
    assertThatThrownBy(() -> PackSnapshot.parse(other)).isInstanceOf(InvalidInputException.class);
  }
}
