package org.tfm.model.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.model.Policies.application;
import static org.tfm.model.Policies.group;
import static org.tfm.model.Policies.must;
import static org.tfm.model.Policies.terms;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Role;
import org.tfm.model.problem.Budget;
import org.tfm.model.school.Phase;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;

/** The work of the searches for questions and for changes, in steps. */
class SearchWorkTest {

  private static final Criterion PRIMARY_EACH =
      new ForMembers(
          Members.SCHOOLS, true, new OneOf(Facts.PHASE, ImmutableSet.of(Phase.PRIMARY.name())));

  private static final Criterion SPECIAL_OR_PRIMARY_EACH =
      new ForMembers(
          Members.SCHOOLS,
          true,
          new AnyOf(
              ImmutableList.of(
                  new Confirmed(Facts.SPECIAL),
                  new OneOf(Facts.PHASE, ImmutableSet.of(Phase.PRIMARY.name())))));

  private static Document schools(int count) {
    return group(new Phase[0])
        .schools(
            IntStream.range(0, count)
                .mapToObj(i -> org.tfm.model.school.School.builder().urn(100_000 + i).build())
                .collect(ImmutableList.toImmutableList()))
        .build();
  }

  private static Application people(int count) {
    return application(
            Stream.generate(() -> LeadParticipant.builder().build())
                .limit(count)
                .toArray(LeadParticipant[]::new))
        .build();
  }

  @Test
  void allQuestionsOnAThousandSchoolsAreFoundInOnePass() {
    Terms terms =
        terms(
            must("phase", Aspect.GROUP, PRIMARY_EACH),
            must("kind", Aspect.GROUP, SPECIAL_OR_PRIMARY_EACH));
    Budget budget = Budget.of(Long.MAX_VALUE);
    assertThat(new OpenQuestions(terms, schools(1_000), List.of(), budget).all()).hasSize(2_000);
    assertThat(budget.used()).isLessThan(50_000);
  }

  @Test
  void allQuestionsAreThoseAskedOneAfterAnother() {
    TermsLookup policy =
        TermsLookup.always(
            terms(
                must("phase", Aspect.GROUP, PRIMARY_EACH),
                must("kind", Aspect.GROUP, SPECIAL_OR_PRIMARY_EACH)));
    Document document = schools(5);
    List<Question> asked = new ArrayList<>();
    for (Optional<Question> next = Questionnaire.next(policy, document, asked);
        next.isPresent();
        next = Questionnaire.next(policy, document, asked)) {
      asked.add(next.get());
    }
    Questionnaire.OpenList all = Questionnaire.all(policy, document);
    assertThat(all.questions()).isEqualTo(asked).hasSize(10);
    assertThat(all.isComplete()).isTrue();
  }

  @Test
  void questionsEndWithTheBudget() {
    Terms terms = terms(must("phase", Aspect.GROUP, PRIMARY_EACH));
    Budget budget = Budget.of(10);
    assertThat(new OpenQuestions(terms, schools(1_000), List.of(), budget).all()).hasSize(9);
    assertThat(budget.isSpent()).isTrue();
  }

  /** A requirement that each person has at least one of nine things. */
  private static Requirement oneOfNineEach(String id) {
    return must(
        id,
        Aspect.ELIGIBILITY,
        new ForMembers(
            Members.LEAD_PARTICIPANTS,
            true,
            new AnyOf(
                Stream.of(Role.values())
                    .limit(9)
                    .map(
                        role ->
                            (Criterion)
                                new Includes(Facts.ROLES, ImmutableSet.of(role.name()), false))
                    .collect(ImmutableList.toImmutableList()))));
  }

  private static Budget search(Document document, List<Requirement> terms, int changes) {
    Budget budget = Budget.of(Long.MAX_VALUE);
    assertThat(new ChangeSearch(terms, List.of(), EditedDocument.of(document, 0), budget).ways())
        .isNotEmpty()
        .allSatisfy(way -> assertThat(way).hasSize(changes));
    return budget;
  }

  @Test
  void changesOfPeopleWhoDoNotBearOnEachOtherAreFoundApart() {
    List<Requirement> three = Stream.of("a", "b", "c").map(SearchWorkTest::oneOfNineEach).toList();
    assertThat(search(people(30), three, 30).used()).isLessThan(1_000_000);
  }

  @Test
  void changesOfFactsThatDoNotBearOnEachOtherAreFoundApart() {
    List<Requirement> terms =
        IntStream.range(0, 8)
            .mapToObj(
                rule ->
                    must(
                        "rule-" + rule,
                        Aspect.ELIGIBILITY,
                        new AnyOf(
                            IntStream.range(0, 10)
                                .mapToObj(i -> (Criterion) new Confirmed(own(10 * rule + i)))
                                .collect(ImmutableList.toImmutableList()))))
            .toList();
    assertThat(search(people(0), terms, 8).used()).isLessThan(100_000);
  }

  private static Fact own(int number) {
    return Fact.yesNo(
        "own-" + number, "the school has it", "Has the school it?", "answers.own-" + number);
  }

  @Test
  void aSearchThatWasCutShortSaysSo() {
    List<Requirement> terms = List.of(oneOfNineEach("a"));
    Budget budget = Budget.of(100);
    ChangeSearch search =
        new ChangeSearch(terms, List.of(), EditedDocument.of(people(30), 0), budget);
    assertThat(search.ways()).isEmpty();
    assertThat(search.obstacles()).isEmpty();
    assertThat(budget.isSpent()).isTrue();
  }

  /** Requirements that one of the people has a role, for some roles. */
  private static List<Requirement> someone(Role... roles) {
    return Stream.of(roles)
        .map(
            role ->
                must(
                    role.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Aspect.ELIGIBILITY,
                    new ForMembers(
                        Members.LEAD_PARTICIPANTS,
                        false,
                        new Includes(Facts.ROLES, ImmutableSet.of(role.name()), true))))
        .toList();
  }

  @Test
  void aSearchThatKeptTheCheapestSetsAndFoundNoSmallerOneIsComplete() {
    Budget budget = search(people(30), someone(Role.MATHS_LEAD, Role.SENCO, Role.HEADTEACHER), 1);
    assertThat(budget.isIncomplete()).isFalse();
  }

  @Test
  void aSearchThatLeftOutSetsWithFewerChangesSaysSo() {
    Requirement most =
        must(
            "most",
            Aspect.ELIGIBILITY,
            new CountOfMembers(
                Members.LEAD_PARTICIPANTS,
                new Includes(Facts.ROLES, ImmutableSet.of(Role.MATHS_LEAD.name()), true),
                Optional.of(15),
                Optional.empty()));
    Budget budget = search(people(30), List.of(most), 15);
    assertThat(budget.isIncomplete()).isTrue();
  }
}
