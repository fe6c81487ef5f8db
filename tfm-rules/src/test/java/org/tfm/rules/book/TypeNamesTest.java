package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.MoreCollectors;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

/** A pack gives types of work group their titles, codes and other names. */
class TypeNamesTest {

  private static final Offering OFFERING =
      Offering.of("hub", "primary-development", AcademicYear.startingIn(2022));

  private static PackFiles pack(String types, String must) {
    PackFiles files =
        SmallPacks.files(
            "hub",
            "2022/23",
            "",
            SmallPacks.rule("a", "terms.eligibility(\"a\").must(" + must + ");"));
    Map<String, String> texts = new java.util.TreeMap<>(files.texts());
    texts.merge(PackFiles.PUBLISHER, types, String::concat);
    return new PackFiles(files.name(), com.google.common.collect.ImmutableSortedMap.copyOf(texts));
  }

  private static PolicyBook book(String types, String must) {
    return PolicyBook.builder().files(pack(types, must)).build();
  }

  private static Verdict verdict(PolicyBook book, String history) {
    Application application =
        book.readApplication(
            """
            {"offering": {"hub": "hub", "type": "primary-development", "year": "2022/23"},
             "school": {"urn": 100008, "phase": "PRIMARY", "establishmentType": "COMMUNITY_SCHOOL",
                        "country": "ENGLAND"}, "history": [%s]}
            """
                .formatted(history));
    return book.decide(application, LocalDate.of(2022, 9, 1)).verdict();
  }

  private static final String NAMES =
      """
      types:
        primary-development:
          title: Teaching for Mastery Development
          codes: [NCP22-11]
        primary-readiness:
          also-called: [getting-ready, firm-foundations]
      """;

  @Test
  void historyUnderAnotherNameCounts() {
    PolicyBook book = book(NAMES, "earlierParticipation().includesAny(\"primary-readiness\")");
    assertThat(verdict(book, "{\"type\": \"primary-readiness\", \"year\": \"2020/21\"}"))
        .isEqualTo(Verdict.YES);
    assertThat(verdict(book, "{\"type\": \"firm-foundations\", \"year\": \"2020/21\"}"))
        .isEqualTo(Verdict.YES);
    assertThat(verdict(book, "{\"type\": \"primary-sustaining\", \"year\": \"2020/21\"}"))
        .isEqualTo(Verdict.NO);
  }

  @Test
  void allOfSeveralTypesMayEachHaveAnotherName() {
    PolicyBook book =
        book(NAMES, "participation().includesAll(\"primary-readiness\", \"primary-sustaining\")");
    String sustaining = "{\"type\": \"primary-sustaining\", \"year\": \"2021/22\"}";
    assertThat(verdict(book, "{\"type\": \"getting-ready\", \"year\": \"2020/21\"}, " + sustaining))
        .isEqualTo(Verdict.YES);
    assertThat(verdict(book, sustaining)).isEqualTo(Verdict.NO);
  }

  @Test
  void theSentenceNamesEveryName() {
    assertThat(
            book(NAMES, "earlierParticipation().includesAny(\"primary-readiness\")")
                .terms(OFFERING)
                .terms()
                .stream()
                .collect(MoreCollectors.onlyElement())
                .sentence())
        .isEqualTo(
            "The school must have taken part in Primary Mastery Readiness, getting ready or firm"
                + " foundations before.");
  }

  @Test
  void aPriorityIsForATypeByTheTitleOfThePack() {
    String priority = "terms.priority(\"next\").of(\"schools\").goFirstFor(\"reading-trial\");";
    PackFiles files = SmallPacks.files("hub", "2022/23", "", SmallPacks.rule("next", priority));
    Map<String, String> texts = new java.util.TreeMap<>(files.texts());
    texts.merge(
        PackFiles.PUBLISHER,
        "types:\n  reading-trial: { title: Trial of Reading }\n",
        String::concat);
    PolicyBook book =
        PolicyBook.builder()
            .files(
                new PackFiles(
                    files.name(), com.google.common.collect.ImmutableSortedMap.copyOf(texts)))
            .build();
    assertThat(
            book.terms(OFFERING).terms().stream().collect(MoreCollectors.onlyElement()).sentence())
        .isEqualTo("Schools go first for Trial of Reading Work Groups.");
  }

  @Test
  void aTypeThatOnlyThePackKnowsHasItsTitleInSentences() {
    String types = "types:\n  reading-trial: { title: Trial of Reading }\n";
    PolicyBook book = book(types, "earlierParticipation().includesAny(\"reading-trial\")");
    assertThat(book.terms(OFFERING).terms().get(0).sentence())
        .isEqualTo("The school must have taken part in Trial of Reading before.");
    assertThat(
            book("", "earlierParticipation().includesAny(\"reading-trial\")")
                .terms(OFFERING)
                .terms()
                .get(0)
                .sentence())
        .isEqualTo("The school must have taken part in reading trial before.");
    assertThat(verdict(book, "{\"type\": \"reading-trial\", \"year\": \"2020/21\"}"))
        .isEqualTo(Verdict.YES);
  }

  @Test
  void theBookHasTheTitleOfTheYear() {
    PolicyBook book = book(NAMES, "phase().is(PRIMARY)");
    WorkGroupType type = book.type(OFFERING);
    assertThat(type.title()).isEqualTo("Teaching for Mastery Development");
    assertThat(type.codes()).containsExactly("NCP22-11");
    assertThat(book.offerings().get(0).type()).isEqualTo(type);
    assertThat(book("", "phase().is(PRIMARY)").type(OFFERING))
        .isEqualTo(WorkGroupType.of("primary-development"));
  }

  @Test
  void aSnapshotKeepsTheNames() {
    PolicyBook book = book(NAMES, "earlierParticipation().includesAny(\"primary-readiness\")");
    PolicyBook again =
        PolicyBook.builder()
            .snapshot(PackSnapshot.parse(book.snapshot("hub/2022-23").write()))
            .build();
    assertThat(again.type(OFFERING)).isEqualTo(book.type(OFFERING));
    assertThat(again.terms(OFFERING)).isEqualTo(book.terms(OFFERING));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          also-called: [primary-development]      | `primary-development` is another name of `primary-readiness`, and also a type itself
          also-called: [primary-readiness]        | `primary-readiness` is another name of `primary-readiness`, and also a type itself
          also-called: [TRG]                      | `TRG` in `types` is not the id of a work group type. Use lower-case words joined by hyphens
          also-called: [a, a]                     | `a` is another name of `primary-readiness`, and also one of `primary-readiness`
          title: " "                              | the `title` of `primary-readiness` is empty
          """)
  void aNameStandsForOneType(String entry, String message) {
    assertThatThrownBy(
            () -> book("types:\n  primary-readiness: {" + entry + "}\n", "phase().is(PRIMARY)"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("hub/2022-23/publisher.yaml:13: " + message);
  }
}
