package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.Fact;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.Phase;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Section;
import org.tfm.model.term.Term;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

class LayersTest {

  private static final String FILE = "primary-development.drl";
  private static final SchoolKind PRIMARY =
      new SchoolKind(Phase.PRIMARY, EstablishmentType.COMMUNITY_SCHOOL, Country.ENGLAND);

  private static final String OPEN_TO_ALL = left("open-to-all", "");

  /**
   * A national base for any year, a region that extends it, three packs of a hub that extend the
   * region, and a hub whose terms depend on the kind of school.
   */
  private final PolicyBook book = layers();

  private static String said(String id, String text) {
    return SmallPacks.rule(id, "terms.provision(\"" + id + "\").that(\"" + text + "\");");
  }

  private static String left(String id, String when) {
    return SmallPacks.rule(id, when, "terms.eligibility(\"" + id + "\").leftToHub();");
  }

  private static PolicyBook book(PackFiles... packs) {
    PolicyBook.Builder builder = PolicyBook.builder();
    List.of(packs).forEach(builder::files);
    return builder.build();
  }

  private static PolicyBook layers() {
    return book(
        SmallPacks.files(
            "base",
            "",
            "",
            said("workshops", "six workshops are held"),
            said("visits", "three visits are made"),
            said("dates", "dates are open"),
            SmallPacks.rule(
                "lead-participants",
                "terms.commitment(\"lead-participants\").must(leadParticipants().isExactly(1));"),
            said("focus", "the base has a focus")),
        SmallPacks.files(
            "region",
            "",
            "base",
            said("workshops", "seven workshops are held"),
            SmallPacks.rule("visits", "terms.withdraw(\"visits\");")),
        SmallPacks.files("river-hub", "", "region", said("workshops", "eight workshops are held")),
        SmallPacks.files(
            "river-hub",
            "2022/23",
            "region, base",
            said("workshops", "nine workshops are held"),
            said("visits", "five visits are made"),
            SmallPacks.rule(
                "lead-participants",
                "terms.application(\"lead-participants\").must(leadParticipants().isExactly(2));"),
            SmallPacks.rule("dates", "SchoolKind( special )", "terms.withdraw(\"dates\");")),
        SmallPacks.files(
            "lake-hub",
            "2022/23",
            "",
            OPEN_TO_ALL,
            left("by-phase", "SchoolKind( phase == PRIMARY )"),
            left("by-type", "SchoolKind( special )"),
            left("by-country", "SchoolKind( country in (WALES) )"),
            left("by-two", "SchoolKind( funding == INDEPENDENT && country != ENGLAND )"),
            SmallPacks.rule(
                "size-special",
                "SchoolKind( special )",
                "terms.commitment(\"size\").must(leadParticipants().isExactly(1));"),
            SmallPacks.rule(
                "size-other",
                "SchoolKind( !special )",
                "terms.commitment(\"size\").must(leadParticipants().isExactly(2));"),
            left("never-mind", "SchoolKind( phase not in (PRIMARY) || phase == PRIMARY )")));
  }

  private Terms terms(String hub, String year, SchoolKind kind) {
    return book.terms(Offering.of(hub, "primary-development", AcademicYear.parse(year)), kind);
  }

  private static String sentence(Terms terms, String id) {
    return terms.find(id).map(Term::sentence).orElse("not there");
  }

  @Test
  void aPackWithoutRulesOfItsOwnHasThoseOfItsBase() {
    PolicyBook both =
        book(
            SmallPacks.files("base", "", "", said("workshops", "six workshops are held")),
            PackFiles.of(
                "folder",
                Map.of(PackFiles.PUBLISHER, SmallPacks.publisher("river-hub", "2022/23", "base"))));
    Offering offering =
        Offering.of("river-hub", "primary-development", AcademicYear.parse("2022/23"));
    assertThat(both.terms(offering).find("workshops")).isPresent();
  }

  @Test
  void aPackSpeaksForThePacksItExtends() {
    Terms terms = terms("river-hub", "2022/23", PRIMARY);
    assertThat(sentence(terms, "focus")).isEqualTo("The base has a focus.");
    assertThat(terms.policy().packs()).containsExactly("base", "region", "river-hub/2022-23");
  }

  @Test
  void theTermOfTheNearestLayerHolds() {
    assertThat(sentence(terms("base", "2022/23", PRIMARY), "workshops"))
        .isEqualTo("Six workshops are held.");
    assertThat(sentence(terms("region", "2022/23", PRIMARY), "workshops"))
        .isEqualTo("Seven workshops are held.");
    assertThat(sentence(terms("river-hub", "2022/23", PRIMARY), "workshops"))
        .isEqualTo("Nine workshops are held.");
  }

  @Test
  void threeLayersKeepTheChainOfWhatWasReplaced() {
    Term term = terms("river-hub", "2022/23", PRIMARY).find("workshops").orElseThrow();
    assertThat(term.provenance().rule()).isEqualTo(new RulePlace("river-hub/2022-23", FILE, 2));
    assertThat(term.provenance().replaces())
        .containsExactly(new RulePlace("region", FILE, 2), new RulePlace("base", FILE, 2));
  }

  @Test
  void aTermThatReplacesNothingHasNoChain() {
    Terms terms = terms("base", "2022/23", PRIMARY);
    assertThat(terms.terms()).allMatch(term -> term.provenance().replaces().isEmpty());
  }

  @Test
  void termsComeBySectionAndInEachTheUnderlyingPacksFirst() {
    Terms terms =
        book(
                SmallPacks.files("base", "", "", said("workshops", "six workshops are held")),
                SmallPacks.files(
                    "river-hub",
                    "2022/23",
                    "base",
                    said("visits", "three visits are made"),
                    OPEN_TO_ALL))
            .terms(Offering.of("river-hub", "primary-development", AcademicYear.parse("2022/23")));
    assertThat(terms.terms())
        .extracting(Term::id)
        .containsExactly("open-to-all", "workshops", "visits");
  }

  @Test
  void aWithdrawnTermIsGone() {
    assertThat(sentence(terms("region", "2022/23", PRIMARY), "visits")).isEqualTo("not there");
  }

  @Test
  void aWithdrawnTermCanBeAddedAgainAndReplacesNothing() {
    Term term = terms("river-hub", "2022/23", PRIMARY).find("visits").orElseThrow();
    assertThat(term.sentence()).isEqualTo("Five visits are made.");
    assertThat(term.provenance().replaces()).isEmpty();
  }

  @Test
  void aWithdrawalForSomeSchoolsLeavesTheTermToTheOthers() {
    SchoolKind special =
        new SchoolKind(Phase.PRIMARY, EstablishmentType.SPECIAL_FREE_SCHOOL, Country.ENGLAND);
    assertThat(sentence(terms("river-hub", "2022/23", special), "dates")).isEqualTo("not there");
    assertThat(sentence(terms("river-hub", "2022/23", PRIMARY), "dates"))
        .isEqualTo("Dates are open.");
  }

  @Test
  void aTermIsReplacedAcrossAspectsSoThatItsIdIsUnique() {
    Terms terms = terms("river-hub", "2022/23", PRIMARY);
    assertThat(terms.terms())
        .filteredOn(term -> term.id().equals("lead-participants"))
        .singleElement()
        .satisfies(
            term -> {
              assertThat(term.section()).isEqualTo(Section.APPLICATION);
              assertThat(term.provenance().replaces())
                  .extracting(RulePlace::pack)
                  .containsExactly("base");
            });
  }

  @Test
  void aPackForAnyYearAnswersAnyYear() {
    for (String year : List.of("1990/91", "2021/22", "2098/99")) {
      assertThat(sentence(terms("river-hub", year, PRIMARY), "workshops"))
          .isEqualTo("Eight workshops are held.");
    }
  }

  @Test
  void aPackOfTheVeryYearWinsOverOneForAnyYear() {
    assertThat(terms("river-hub", "2022/23", PRIMARY).policy().packs())
        .contains("river-hub/2022-23")
        .doesNotContain("river-hub");
    assertThat(terms("river-hub", "2023/24", PRIMARY).policy().packs()).contains("river-hub");
  }

  private List<String> dependsOn(
      String id,
      Optional<Phase> phase,
      Optional<EstablishmentType> type,
      Optional<Country> country) {
    return book
        .terms(
            Offering.of("lake-hub", "primary-development", AcademicYear.parse("2022/23")),
            new PartialSchoolKind(phase, type, country))
        .unsettled()
        .stream()
        .filter(open -> open.term().id().equals(id))
        .map(UnsettledTerm::dependsOn)
        .flatMap(List::stream)
        .map(Fact::id)
        .distinct()
        .toList();
  }

  private List<String> dependsOn(String id) {
    return dependsOn(id, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void theFactThatWouldSettleATermIsTheMissingOne() {
    assertThat(dependsOn("by-phase")).containsExactly("phase");
    assertThat(dependsOn("by-type")).containsExactly("establishment-type");
    assertThat(dependsOn("by-country")).containsExactly("country");
    assertThat(dependsOn("by-two")).containsExactly("establishment-type", "country");
    assertThat(dependsOn("size")).containsExactly("establishment-type");
  }

  @Test
  void aKnownFactIsNeverMissing() {
    assertThat(
            dependsOn(
                "by-two",
                Optional.empty(),
                Optional.of(EstablishmentType.INDEPENDENT_SCHOOL),
                Optional.empty()))
        .containsExactly("country");
    assertThat(dependsOn("by-two", Optional.empty(), Optional.empty(), Optional.of(Country.WALES)))
        .containsExactly("establishment-type");
    assertThat(
            dependsOn("by-two", Optional.empty(), Optional.empty(), Optional.of(Country.ENGLAND)))
        .isEmpty();
    assertThat(
            dependsOn("by-phase", Optional.of(Phase.PRIMARY), Optional.empty(), Optional.empty()))
        .isEmpty();
  }

  @Test
  void aTermThatHoldsForEveryFittingKindIsSettled() {
    Offering offering =
        Offering.of("lake-hub", "primary-development", AcademicYear.parse("2022/23"));
    assertThat(book.terms(offering).terms())
        .extracting(Term::id)
        .containsExactly("open-to-all", "never-mind");
    assertThat(book.terms(offering).unsettled())
        .extracting(open -> open.term().id())
        .containsExactlyInAnyOrder("by-phase", "by-type", "by-country", "by-two", "size", "size");
    assertThat(
            book.terms(
                    offering,
                    new PartialSchoolKind(
                        Optional.of(Phase.SECONDARY),
                        Optional.of(EstablishmentType.COMMUNITY_SCHOOL),
                        Optional.empty()))
                .unsettled())
        .extracting(open -> open.term().id())
        .containsExactly("by-country");
  }

  @Test
  void everyFullyKnownKindIsSettledAndAgreesWithTheRules() {
    for (SchoolKind kind : SchoolKind.all()) {
      Terms terms = terms("lake-hub", "2022/23", kind);
      assertThat(terms.unsettled()).isEmpty();
      assertThat(terms.find("by-phase").isPresent()).isEqualTo(kind.phase() == Phase.PRIMARY);
      assertThat(terms.find("by-type").isPresent()).isEqualTo(kind.isSpecial());
      assertThat(terms.find("by-country").isPresent()).isEqualTo(kind.country() == Country.WALES);
      assertThat(terms.find("size").orElseThrow().sentence())
          .contains(kind.isSpecial() ? "exactly 1" : "exactly 2");
    }
  }

  @Test
  void twoRulesThatWriteOneTermForSomeSchoolAreListedWithBothPlaces() {
    assertThat(
            problems(
                SmallPacks.files(
                    "river-hub",
                    "2022/23",
                    "",
                    left("a", "SchoolKind( phase == PRIMARY )"),
                    SmallPacks.rule(
                        "b", "SchoolKind( special )", "terms.commitment(\"a\").leftToHub();"),
                    SmallPacks.rule(
                        "c", "SchoolKind( !special )", "terms.progress(\"a\").leftToHub();"),
                    SmallPacks.rule(
                        "d",
                        "SchoolKind( phase == NURSERY )",
                        "terms.progress(\"a\").leftToHub();"))))
        .containsExactly(
            "river-hub/2022-23/primary-development.drl:10: the rule at"
                + " river-hub/2022-23/primary-development.drl:2 already writes the term `a` for the"
                + " same schools",
            "river-hub/2022-23/primary-development.drl:26: the rule at"
                + " river-hub/2022-23/primary-development.drl:18 already writes the term `a` for the"
                + " same schools");
  }

  private static List<String> problems(PackFiles... packs) {
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> book(packs));
    assertThat(refused).isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void aWithdrawalNamesTheNearestTermOfTheUnderlyingPacks() {
    assertThat(
            problems(
                SmallPacks.files("base", "", "", said("workshops", "six workshops are held")),
                SmallPacks.files(
                    "river-hub",
                    "2022/23",
                    "base",
                    said("visits", "visits are made"),
                    SmallPacks.rule("x", "terms.withdraw(\"workshop\");"),
                    SmallPacks.rule("y", "terms.withdraw(\"visits\");"))))
        .containsExactly(
            "river-hub/2022-23/primary-development.drl:10: `withdraw` names the term `workshop`,"
                + " which no extended pack has. Maybe `workshops`?",
            "river-hub/2022-23/primary-development.drl:18: `withdraw` names the term `visits`,"
                + " which no extended pack has");
  }

  @Test
  @Timeout(60)
  void packsThatExtendEachOtherInACircleAreReported() {
    assertThat(
            problems(
                SmallPacks.files("a", "", "b", OPEN_TO_ALL),
                SmallPacks.files("b", "", "c", OPEN_TO_ALL),
                SmallPacks.files("c", "", "a", OPEN_TO_ALL),
                SmallPacks.files("d", "", "d", OPEN_TO_ALL),
                SmallPacks.files("e", "", "a", OPEN_TO_ALL)))
        .containsExactly(
            "a/publisher.yaml: `extends` is circular: `b` also extends `a`",
            "b/publisher.yaml: `extends` is circular: `c` also extends `b`",
            "c/publisher.yaml: `extends` is circular: `a` also extends `c`",
            "d/publisher.yaml: `extends` names the pack itself");
  }

  @Test
  void aMisspeltBaseIsNamedWithTheNearestOtherPack() {
    assertThat(
            problems(
                SmallPacks.files("base", "", "", OPEN_TO_ALL),
                SmallPacks.files("bases", "", "baze", OPEN_TO_ALL)))
        .containsExactly(
            "bases/publisher.yaml: `extends` names the unknown pack `baze`. Maybe `base`?");
  }

  @Test
  void anUnsettledTermIsShownAsTheFirstRuleWritesIt() {
    Phase[] phases = Phase.values();
    String[] rules =
        IntStream.range(0, phases.length)
            .mapToObj(
                i ->
                    SmallPacks.rule(
                        "size-" + i,
                        "SchoolKind( phase == " + phases[i] + " )",
                        "terms.commitment(\"size\").must(leadParticipants().isAtLeast("
                            + (i + 1)
                            + "));"))
            .toArray(String[]::new);
    assertThat(rules).hasSizeGreaterThan(5);
    String half = String.join("", List.of(rules).subList(3, rules.length));
    String rest = String.join("", List.of(rules).subList(0, 3));
    String publisher = SmallPacks.PUBLISHER;
    PolicyBook inOrder = book(SmallPacks.files(publisher, SmallPacks.PACKAGE + rest + half));
    assertThat(shown(inOrder)).endsWith("at least 1 lead participant.");
    PolicyBook turned = book(SmallPacks.files(publisher, SmallPacks.PACKAGE + half + rest));
    assertThat(shown(turned)).endsWith("at least 4 lead participants.");
    PolicyBook twoFiles =
        book(
            PackFiles.of(
                "folder",
                Map.of(
                    PackFiles.PUBLISHER,
                    publisher,
                    "primary-development.drl",
                    SmallPacks.PACKAGE + rest,
                    "a.drl",
                    SmallPacks.PACKAGE.replace("primary_development", "a") + "\n\n" + half)));
    assertThat(shown(twoFiles)).endsWith("at least 4 lead participants.");
  }

  /** The term that depends on the school, as shown for an unknown school. */
  private static String shown(PolicyBook book) {
    return book.terms(
            Offering.of("river-hub", "primary-development", AcademicYear.parse("2022/23")))
        .unsettled()
        .get(0)
        .term()
        .sentence();
  }

  @Test
  void twoPacksOfOneHubAndYearAreRefused() {
    assertThat(
            problems(
                SmallPacks.files("river-hub", "2022/23", "", OPEN_TO_ALL),
                SmallPacks.files("river-hub", "2022/23", "", OPEN_TO_ALL)))
        .containsExactly(
            "river-hub/2022-23: two packs have the id `river-hub/2022-23`: this one and that in"
                + " `river-hub/2022-23`. If this one is for other types of work group, name it in"
                + " `publisher.yaml`, such as `part: trials`");
  }

  @Test
  void aPackMayExtendABundledOne() {
    PolicyBook extended =
        PolicyBook.builder()
            .bundledPacks()
            .files(
                PackFiles.of(
                    "folder",
                    Map.of(
                        PackFiles.PUBLISHER,
                        SmallPacks.publisher("river-hub", "2022/23", "national")
                            .replace("primary-development", "primary-sustaining"),
                        "primary-sustaining.drl",
                        "package river_hub.y2022_23.primary_sustaining\n"
                            + said("workshops", "seven workshops are held")
                                .replace("primary-development", "primary-sustaining"))))
            .build();
    Terms terms =
        extended.terms(
            Offering.of("river-hub", "primary-sustaining", AcademicYear.parse("2022/23")), PRIMARY);
    assertThat(terms.terms())
        .filteredOn(term -> term.section() == Section.PROVISION && term.id().equals("workshops"))
        .singleElement()
        .satisfies(
            term ->
                assertThat(term.provenance().replaces())
                    .extracting(RulePlace::pack)
                    .containsExactly("national"));
    assertThat(terms.find("charge")).isPresent();
    assertThat(terms.ownFacts()).extracting(Fact::id).contains("earlier-lead-role");
  }

  private void isUnknown(String hub, String type, String year, String message) {
    Offering offering = Offering.of(hub, type, AcademicYear.parse(year));
    assertThat(PolicyBook.bundled().isOffered(offering)).isFalse();
    assertThat(catchThrowable(() -> PolicyBook.bundled().terms(offering, PRIMARY)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void anUnknownHubNamesTheNearest() {
    isUnknown(
        "cheshire-wiral",
        "primary-development",
        "2022/23",
        "offering.hub: there is no policy of a hub `cheshire-wiral`. Maybe `cheshire-wirral`?");
    isUnknown(
        "nowhere-at-all",
        "primary-development",
        "2022/23",
        "offering.hub: there is no policy of a hub `nowhere-at-all`");
  }

  @Test
  void anUnknownTypeNamesTheNearestOrAll() {
    isUnknown(
        "cheshire-wirral",
        "primary-developement",
        "2022/23",
        "offering.type: the hub `cheshire-wirral` has no policy for `primary-developement`."
            + " Maybe `primary-development`?");
    isUnknown(
        "archimedes-ne",
        "mastering-number",
        "2021/22",
        "offering.type: the hub `archimedes-ne` has no policy for `mastering-number`."
            + " Expected one of `professional-development-lead`, `primary-sustaining`,"
            + " `primary-readiness`");
  }

  @Test
  void anUnknownYearNamesTheKnownOnes() {
    isUnknown(
        "boolean",
        "primary-development",
        "2023/24",
        "offering.year: the hub `boolean` has no policy for `primary-development` in"
            + " 2023/24. Expected `2024/25`");
  }

  @Test
  void aProblemHasItsPartsBesideItsText() {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () ->
                book(
                    SmallPacks.files(
                        "river-hub",
                        "2022/23",
                        "",
                        left("a", ""),
                        SmallPacks.rule("b", "", "terms.withdraw(\"z\");"))));
    Problem problem = refused.problems().get(0);
    assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_WORD);
    assertThat(problem.file()).contains("river-hub/2022-23/primary-development.drl");
    assertThat(problem.line()).isPresent();
    assertThat(problem.arguments()).containsExactly("z");
  }

  private static PackFiles asking(String hub, String bases, String facts) {
    return SmallPacks.files(
        SmallPacks.publisher(hub, "", bases) + facts,
        "package "
            + hub
            + ".primary_development\n"
            + SmallPacks.rule(
                hub,
                "terms.eligibility(\"" + hub + "\").must(terms.answer(\"f\").isConfirmed());"));
  }

  @Test
  void aFactThatAPackSharesWithItsBaseTakesTheSameAnswers() {
    String yesNo = "facts: { f: { kind: yes-no, subject: the school, verb: has, complement: ";
    PackFiles base = asking("base", "", yesNo + "a plan } }\n");
    Terms terms =
        book(base, asking("hub", "base", yesNo + "a written plan } }\n"))
            .terms(Offering.of("hub", "primary-development", AcademicYear.startingIn(2022)));
    assertThat(terms.terms())
        .extracting(Term::sentence)
        .containsExactly("The school must have a plan.", "The school must have a written plan.");
    PackFiles other =
        SmallPacks.files(
            SmallPacks.publisher("hub", "", "base")
                + "facts: { f: { kind: number, label: the number, question: How many } }\n",
            "package hub.primary_development\n");
    assertThat(
            catchThrowableOfType(InvalidInputException.class, () -> book(base, other)).problems())
        .singleElement()
        .asString()
        .contains("the fact `f` takes other answers than in the extended pack `base`");
    assertThat(
            book(
                    base,
                    asking(
                        "hub",
                        "",
                        yesNo + "a plan }, g: { kind: number, label: it, question: How many } }\n"))
                .packs())
        .hasSize(2);
  }
}
