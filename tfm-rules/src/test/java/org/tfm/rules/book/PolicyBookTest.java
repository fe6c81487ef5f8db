package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Application;
import org.tfm.model.document.Participation;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Source;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

class PolicyBookTest {

  private static final Path POLICIES = Path.of("src/main/resources/policies");
  private static final Offering CHESHIRE =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
  private static final SchoolKind PRIMARY =
      new SchoolKind(Phase.PRIMARY, EstablishmentType.COMMUNITY_SCHOOL, Country.ENGLAND);
  private static final ImmutableList<PartialSchoolKind> KINDS =
      ImmutableList.of(
          PartialSchoolKind.of(PRIMARY),
          PartialSchoolKind.of(
              new SchoolKind(
                  Phase.NOT_APPLICABLE, EstablishmentType.SPECIAL_FREE_SCHOOL, Country.ENGLAND)),
          PartialSchoolKind.of(
              new SchoolKind(
                  Phase.SECONDARY, EstablishmentType.WELSH_ESTABLISHMENT, Country.WALES)),
          new PartialSchoolKind(Optional.of(Phase.PRIMARY), Optional.empty(), Optional.empty()),
          new PartialSchoolKind(
              Optional.empty(),
              Optional.of(EstablishmentType.INDEPENDENT_SCHOOL),
              Optional.of(Country.ENGLAND)));

  /** A bundled book that records which packs it loads. */
  private static PolicyBook watched(List<String> loaded) {
    PolicyBook.Builder builder = PolicyBook.builder();
    for (PackEntry entry : BundledPacks.entries()) {
      builder.add(
          entry,
          Suppliers.memoize(
              () -> {
                loaded.add(entry.id());
                return BundledPacks.policy(entry.id());
              }));
    }
    return builder.build();
  }

  private static ImmutableList<Offering> offerings(PolicyBook book) {
    return book.packs().stream()
        .flatMap(
            pack ->
                pack.offers().stream()
                    .map(
                        type ->
                            Offering.of(
                                pack.hub().id(),
                                type,
                                pack.year().orElse(AcademicYear.startingIn(2021)))))
        .collect(ImmutableList.toImmutableList());
  }

  @Test
  void assessingOneHubLoadsItsPackAndNoOther() {
    List<String> loaded = Collections.synchronizedList(new ArrayList<>());
    PolicyBook book = watched(loaded);
    assertThat(book.packs()).hasSizeGreaterThan(5);
    assertThat(
            book.findSource(
                "cheshire-wirral/2022-23", "cheshire-wirral-2022-23-development-application"))
        .isPresent();
    assertThat(book.isOffered(CHESHIRE)).isTrue();
    assertThat(loaded).isEmpty();

    Application application =
        Application.builder()
            .offering(CHESHIRE)
            .school(School.builder().urn(900_001).kind(PRIMARY).build())
            .build();
    book.terms(CHESHIRE, application.school().kind()).assess(application);
    book.terms(CHESHIRE);
    assertThat(loaded).containsExactly("cheshire-wirral/2022-23");
  }

  @Test
  void aTypeInAHistoryThatNobodyKnowsIsAWarningWithItsPlace() {
    PolicyBook book =
        PolicyBook.builder()
            .bundledPacks()
            .files(
                PackFiles.of(
                    "folder",
                    Map.of(
                        PackFiles.PUBLISHER,
                        SmallPacks.PUBLISHER.replace("primary-development", "reading-group"),
                        "reading-group.drl",
                        "package river_hub.y2022_23.reading_group\n")))
            .build();
    Application application =
        Application.builder()
            .offering(CHESHIRE)
            .school(School.builder().urn(900_001).kind(PRIMARY).build())
            .history(
                Stream.of(
                        "primary-readiness",
                        "primary-readines",
                        "reading-group",
                        "years-5-8-continuity",
                        "quite-another")
                    .map(
                        type ->
                            Participation.builder()
                                .type(type)
                                .year(AcademicYear.parse("2020/21"))
                                .build())
                    .toList())
            .build();
    assertThat(book.workGroupTypes())
        .contains("primary-readiness", "reading-group", "years-5-8-continuity");
    assertThat(book.warnings(application))
        .extracting(Problem::toString)
        .containsExactly(
            "history[1].type: unknown work group type `primary-readines`."
                + " Maybe `primary-readiness`?",
            "history[4].type: unknown work group type `quite-another`");
    assertThat(book.terms(CHESHIRE, PRIMARY).assess(application).findings()).isNotEmpty();
    assertThat(book.warnings(WorkGroup.builder().offering(CHESHIRE).build())).isEmpty();
  }

  @Test
  void aPackThatExtendsAnotherLoadsBothOnce() {
    List<String> loaded = Collections.synchronizedList(new ArrayList<>());
    PolicyBook book = watched(loaded);
    Offering sustaining =
        Offering.of("archimedes-ne", "primary-sustaining", AcademicYear.parse("2021/22"));
    book.terms(sustaining);
    book.terms(sustaining, PRIMARY);
    assertThat(loaded).containsExactlyInAnyOrder("archimedes-ne/2021-22", "national");
  }

  @Test
  void anUnknownOfferingLoadsNothing() {
    List<String> loaded = Collections.synchronizedList(new ArrayList<>());
    PolicyBook book = watched(loaded);
    Offering unknown = Offering.of("boolean", "primary-development", AcademicYear.parse("2030/31"));
    assertThat(catchThrowable(() -> book.terms(unknown))).isInstanceOf(InvalidInputException.class);
    assertThat(loaded).isEmpty();
  }

  @Test
  void everyBundledBookHasTheSameHash() {
    assertThat(PolicyBook.bundled().hash())
        .isEqualTo(PolicyBook.bundled().hash())
        .matches("sha256:[0-9a-f]{64}");
  }

  private static String hash(Map<String, String> texts) {
    return PolicyBook.builder().files(PackFiles.of("folder", texts)).build().hash();
  }

  @Test
  void theHashOfABookIsThatOfWhatDecides() {
    String rules =
        SmallPacks.PACKAGE
            + SmallPacks.rule(
                "release-time",
                "terms.commitment(\"release-time\").must(combinedRelease().isAtLeast(days(9)));");
    Map<String, String> pack =
        Map.of(PackFiles.PUBLISHER, SmallPacks.PUBLISHER, "primary-development.drl", rules);
    Map<String, String> changed = new TreeMap<>(pack);
    changed.put("primary-development.drl", rules.replace("days(9)", "days(8)"));
    Map<String, String> dated = new TreeMap<>(pack);
    dated.put(PackFiles.PUBLISHER, SmallPacks.PUBLISHER.replace("2026-11-22", "2026-11-23"));
    Map<String, String> withCases = new TreeMap<>(pack);
    withCases.put("primary-development.cases.yaml", "not even read");
    Map<String, String> windows = new TreeMap<>();
    pack.forEach((file, text) -> windows.put(file, text.replace("\n", "\r\n")));

    String hash = hash(pack);
    assertThat(hash(new TreeMap<>(pack))).isEqualTo(hash);
    assertThat(hash(withCases)).isEqualTo(hash);
    assertThat(hash(windows)).isEqualTo(hash);
    assertThat(hash(changed)).isNotEqualTo(hash);
    assertThat(hash(dated)).isNotEqualTo(hash);
  }

  @Test
  void theHashTellsWhichPacksAreInTheBook() {
    PolicyBook.Builder fewer = PolicyBook.builder();
    BundledPacks.entries()
        .subList(1, 5)
        .forEach(entry -> fewer.add(entry, () -> BundledPacks.policy(entry.id())));
    assertThat(fewer.build().hash()).isNotEqualTo(PolicyBook.bundled().hash());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Path target = to.resolve(from.relativize(file).toString());
              if (Files.isDirectory(file)) {
                Files.createDirectories(target);
              } else {
                Files.copy(file, target);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  @Test
  void theBundledPoliciesReadFromAFolderSayTheSame(@TempDir Path folder) throws IOException {
    copy(POLICIES, folder.resolve("policies"));
    PolicyBook copied = PolicyBook.builder().directory(folder).build();
    PolicyBook bundled = PolicyBook.bundled();
    assertThat(copied.packs()).isEqualTo(bundled.packs());
    assertThat(copied.hash()).isEqualTo(bundled.hash());
    for (Offering offering : offerings(bundled)) {
      for (PartialSchoolKind kind : KINDS) {
        assertThat(copied.terms(offering, kind)).isEqualTo(bundled.terms(offering, kind));
      }
    }
  }

  @Test
  void aFolderWithoutPacksIsRefused(@TempDir Path folder) {
    Path absent = folder.resolve("absent");
    assertThat(
            catchThrowable(() -> PolicyBook.builder().directory(folder).directory(absent).build()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            folder
                + ": the folder contains no pack; expected a `publisher.yaml`\n"
                + absent
                + ": the folder cannot be read; expected a folder of packs");
  }

  @Test
  void aSourceIsFoundByItsId() {
    assertThat(PolicyBook.bundled().findSource("national", "ncetm-primary-sustaining-page"))
        .map(Source::id)
        .contains("ncetm-primary-sustaining-page");
    assertThat(PolicyBook.bundled().findSource("national", "nothing")).isEmpty();
  }

  @Test
  void termsNameTheVersionOfTheLibrary() {
    assertThat(PolicyBook.bundled().terms(CHESHIRE).policy().library())
        .matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
  }

  @Test
  void anEmptyBookOffersNothing() {
    PolicyBook empty = PolicyBook.builder().build();
    assertThat(empty.packs()).isEmpty();
    assertThat(empty.isOffered(CHESHIRE)).isFalse();
    assertThat(catchThrowable(() -> empty.terms(CHESHIRE)))
        .isInstanceOf(InvalidInputException.class);
  }

  private static ImmutableMap<String, String> everything(PolicyBook book, Random order) {
    List<Offering> offerings = new ArrayList<>(offerings(book));
    Collections.shuffle(offerings, order);
    Map<String, String> all = new TreeMap<>();
    for (Offering offering : offerings) {
      for (PartialSchoolKind kind : KINDS) {
        Terms terms = book.terms(offering, kind);
        all.put(TfmJson.write(offering) + kind, TfmJson.write(terms));
      }
    }
    return ImmutableMap.copyOf(all);
  }

  @Test
  void eightThreadsReadWhatOneThreadReads() throws Exception {
    ImmutableMap<String, String> alone = everything(PolicyBook.bundled(), new Random(0));
    PolicyBook shared = PolicyBook.bundled();
    CyclicBarrier start = new CyclicBarrier(8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<ImmutableMap<String, String>>> readers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Random order = new Random(i);
        readers.add(
            () -> {
              start.await();
              return everything(shared, order);
            });
      }
      for (Future<ImmutableMap<String, String>> read : threads.invokeAll(readers)) {
        assertThat(read.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aSourceBelongsToThePackThatListsIt() {
    PolicyBook book =
        PolicyBook.builder()
            .files(SmallPacks.files("one-hub", "2022/23", ""))
            .files(SmallPacks.files("one-hub", "2023/24", "one-hub/2022-23"))
            .files(SmallPacks.files("other-hub", "2022/23", ""))
            .build();
    assertThat(book.findSource("one-hub/2022-23", "flyer").map(Source::publisher))
        .contains("one-hub");
    assertThat(book.findSource("other-hub/2022-23", "flyer").map(Source::publisher))
        .contains("other-hub");
    assertThat(book.findSource("nobody", "flyer")).isEmpty();
    assertThat(book.findSource("national", "ncetm-primary-sustaining-page")).isEmpty();
  }
}
