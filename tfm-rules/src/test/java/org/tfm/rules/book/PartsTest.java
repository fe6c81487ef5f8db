package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;
import org.tfm.rules.journey.Journey;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

/** Several packs of one hub and year, each for other types of work group. */
class PartsTest {

  private static final String OPEN =
      SmallPacks.rule("open", "terms.eligibility(\"open\").leftToHub();");
  private static final String AREA = "area: { cites: \"flyer: map\", local-authorities: [%s] }\n";

  @TempDir Path folder;

  /** A pack with this part of a hub's policy; an empty part or year is left out. */
  private static PackFiles pack(String id, String type, String more) {
    List<String> words = Splitter.on('/').splitToList(id);
    String hub = words.get(0);
    boolean isDated = words.size() > 1 && Character.isDigit(words.get(1).charAt(0));
    String year = isDated ? words.get(1).replace('-', '/') : "";
    String part = words.size() > (isDated ? 2 : 1) ? words.get(words.size() - 1) : "";
    PackFiles whole = SmallPacks.files(hub, year, "", OPEN);
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    whole
        .texts()
        .forEach(
            (file, text) ->
                texts.put(
                    file.replace("primary-development", type),
                    text.replace("primary-development", type)
                            .replace("primary_development", type.replace('-', '_'))
                            .replace(
                                "offers:",
                                (part.isEmpty() ? "" : "part: " + part + "\n") + "offers:")
                        + (file.equals(PackFiles.PUBLISHER) ? more : "")));
    return PackFiles.of("packs/" + id, texts.buildOrThrow());
  }

  private static PackFiles pack(String id, String type) {
    return pack(id, type, "");
  }

  private static PolicyBook book(PackFiles... packs) {
    PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
    List.of(packs).forEach(builder::files);
    return builder.build();
  }

  private static void isRefused(String message, PackFiles... packs) {
    assertThat(catchThrowableOfType(InvalidInputException.class, () -> book(packs)).problems())
        .extracting(Problem::toString)
        .containsExactly(message);
  }

  private static Offering offering(String hub, String type, int year) {
    return Offering.of(hub, type, AcademicYear.startingIn(year));
  }

  /** The ids of the packs that wrote the terms of an offering. */
  private static List<String> authors(PolicyBook book, Offering offering) {
    return book.terms(offering).terms().stream()
        .map(term -> term.provenance().rule().pack())
        .distinct()
        .toList();
  }

  @Test
  void aHubMayHaveAPackForOtherTypesBesideThatOfTheLibrary() {
    PolicyBook book = book(pack("boolean/2024-25/trials", "shanghai-trial"));
    assertThat(authors(book, offering("boolean", "shanghai-trial", 2024)))
        .containsExactly("boolean/2024-25/trials");
    assertThat(authors(book, offering("boolean", "primary-development", 2024)))
        .containsExactly("boolean/2024-25");
    assertThat(book.offerings())
        .filteredOn(entry -> entry.pack().startsWith("boolean/2024-25"))
        .extracting(entry -> entry.type().id())
        .containsExactly("primary-development", "shanghai-trial");
  }

  @Test
  void twoPacksOfOneHubAndYearForOneTypeAreRefused() {
    isRefused(
        "packs/boolean/2024-25/trials: the packs `boolean/2024-25/trials` and `boolean/2024-25` of"
            + " the library are of one hub and year, and both offer `primary-development`. Remove it"
            + " here from `offers`, and delete its rule file",
        pack("boolean/2024-25/trials", "primary-development"));
    isRefused(
        "packs/river-hub/later: the packs `river-hub/later` and `river-hub/early` are of one hub and"
            + " year, and both offer `a-type`. Remove it here from `offers`, and delete its rule"
            + " file",
        pack("river-hub/early", "a-type"),
        pack("river-hub/later", "a-type"));
  }

  @Test
  void thePackOfAYearGoesBeforeAPartForAnyYear() {
    PolicyBook book =
        book(pack("river-hub/trials", "a-type"), pack("river-hub/2024-25/other", "a-type"));
    assertThat(authors(book, offering("river-hub", "a-type", 2024)))
        .containsExactly("river-hub/2024-25/other");
    assertThat(authors(book, offering("river-hub", "a-type", 2023)))
        .containsExactly("river-hub/trials");
  }

  @Test
  void anotherPackMayExtendAPart() {
    PolicyBook book =
        book(
            pack("river-hub/2024-25/trials", "a-type"),
            replaced(
                pack("stream-hub/2024-25", "a-type"),
                "extends: []",
                "extends: [river-hub/2024-25/trials]"));
    assertThat(book.packs())
        .filteredOn(pack -> pack.hub().id().equals("stream-hub"))
        .singleElement()
        .satisfies(pack -> assertThat(pack.bases()).containsExactly("river-hub/2024-25/trials"));
  }

  private static PackFiles replaced(PackFiles pack, String before, String after) {
    assertThat(String.join("", pack.texts().values())).contains(before);
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    pack.texts().forEach((file, text) -> texts.put(file, text.replace(before, after)));
    return PackFiles.of(pack.name(), texts.buildOrThrow());
  }

  @Test
  void twoPacksOfOneIdAreToldHowTheyCanBothBe() {
    isRefused(
        "packs/boolean/2024-25: two packs have the id `boolean/2024-25`: this one and that of the"
            + " library. If this one is for other types of work group, name it in"
            + " `publisher.yaml`, such as `part: trials`",
        pack("boolean/2024-25", "shanghai-trial"));
  }

  @Test
  void aPartIsAnIdAndBelongsToLanguage2() {
    PackFiles pack = pack("river-hub/2024-25/trials", "a-type");
    assertThat(book(pack).packs()).extracting(PackEntry::id).contains("river-hub/2024-25/trials");
    assertThatThrownBy(() -> book(replaced(pack, "part: trials", "part: 2024-25")))
        .hasMessageEndingWith(
            "publisher.yaml:6: `part` is `2024-25`; expected lower-case words joined by hyphens. For"
                + " example `part: trials`");
    assertThatThrownBy(() -> book(replaced(pack, "language: 2", "language: 1")))
        .hasMessageEndingWith(
            "publisher.yaml:6: `part` belongs to rule language 2; the pack uses language 1. Write"
                + " `language: 2`");
  }

  @Test
  void packsOfOneHubAndYearStateOneArea() {
    PackFiles main = pack("river-hub/2024-25", "a-type", AREA.formatted("Kent"));
    assertThat(
            book(main, pack("river-hub/2024-25/trials", "b-type", AREA.formatted("Kent")))
                .hubs()
                .get("river-hub"))
        .satisfies(hub -> assertThat(hub.area().localAuthorities()).containsExactly("Kent"));
    isRefused(
        "packs/river-hub/2024-25/trials: the packs `river-hub/2024-25/trials` and"
            + " `river-hub/2024-25` are of one hub and year, and state different areas. Leave `area`"
            + " out: with `extends: [river-hub/2024-25]` it is inherited",
        main,
        pack("river-hub/2024-25/trials", "b-type", AREA.formatted("Medway")));
  }

  @Test
  void aPartThatExtendsAnotherSpeaksFirstOfTheJourney() {
    String journey = "journey:\n  - { type: a-type, lasts: %s, cites: \"flyer: %s\" }\n";
    PackFiles main = pack("river-hub/2024-25", "a-type", journey.formatted(2, "two"));
    PackFiles part =
        replaced(
            pack("river-hub/2024-25/trials", "b-type", journey.formatted(3, "three")),
            "offers: [b-type]",
            "offers: [b-type]\ntypes: { a-type: { title: A type } }");
    assertThat(lasts(main, part)).containsExactly(2);
    assertThat(lasts(main, replaced(part, "extends: []", "extends: [river-hub/2024-25]")))
        .containsExactly(3);
  }

  private static List<Integer> lasts(PackFiles... packs) {
    Application application =
        Application.builder()
            .offering(offering("river-hub", "a-type", 2024))
            .school(School.builder().urn(900_001).build())
            .build();
    return Journey.of(book(packs), application).thisYear().stream()
        .filter(step -> step.offering().type().equals("a-type"))
        .flatMap(step -> step.links().stream())
        .map(stated -> stated.link().years().orElseThrow())
        .toList();
  }

  @Test
  void aPartThatDoesNotLoadRefusesOnlyWhatItMayBeThePolicyOf() {
    PackFiles mistaken = replaced(pack("boolean/2024-25/trials", "a-type"), "terms.", "trms.");
    PolicyBook book = PolicyBook.builder().bundledPacks().files(mistaken).buildLoadable();
    assertThat(book.isOffered(offering("boolean", "primary-development", 2024))).isTrue();
    assertThat(book.isOffered(offering("boolean", "a-type", 2024))).isFalse();
    assertThat(book.isOffered(offering("boolean", "primary-embedding", 2024))).isFalse();
    assertThat(book.isOffered(offering("boolean", "primary-embedding", 2023))).isTrue();
  }

  @Test
  void aSnapshotAndAnArchiveKeepThePart() throws IOException {
    PolicyBook book = book(pack("river-hub/2024-25/trials", "a-type"));
    PackSnapshot snapshot = book.snapshot("river-hub/2024-25/trials");
    PolicyBook again =
        PolicyBook.builder().bundledPacks().snapshot(PackSnapshot.parse(snapshot.write())).build();
    assertThat(again.hash()).isEqualTo(book.hash());
    PolicyArchive archive = PolicyArchive.in(Files.createDirectory(folder.resolve("archive")));
    archive.add(book);
    assertThat(archive.find(book.hash()).orElseThrow().packs()).isEqualTo(book.packs());
  }
}
