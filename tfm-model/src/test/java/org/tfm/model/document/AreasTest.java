package org.tfm.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.Policies;
import org.tfm.model.advice.Question;
import org.tfm.model.advice.Questionnaire;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Truth;
import org.tfm.model.criterion.Within;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AreaCompleteness;
import org.tfm.model.programme.Hub;
import org.tfm.model.programme.HubArea;
import org.tfm.model.programme.HubProfile;
import org.tfm.model.programme.Hubs;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;

/** Whether a school is in the area of a hub, by its local authority, its district or its hubs. */
class AreasTest {

  private static Fact inAreaOf(String hub) {
    HubProfile known = Hubs.find(hub).orElseThrow();
    return Facts.inAreaOf(known.hub(), known.area());
  }

  private static final Fact EAST_MIDLANDS_WEST = inAreaOf("east-midlands-west");

  private static School school(
      @Nullable String authority, @Nullable String district, @Nullable String hubs) {
    return School.builder()
        .urn(900_001)
        .localAuthority(Optional.ofNullable(authority))
        .district(Optional.ofNullable(district))
        .hubs(Optional.ofNullable(hubs).map(ids -> List.of(ids.split(" "))))
        .build();
  }

  private static Truth truth(School school, Fact fact) {
    Application application = Policies.application().school(school).build();
    return new Confirmed(fact).evaluate(DocumentEvidence.of(application)).truth();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Derby           | -         | -                  | TRUE
          Nottinghamshire | Ashfield  | -                  | TRUE
          Nottinghamshire | Mansfield | -                  | FALSE
          Nottinghamshire | -         | -                  | UNKNOWN
          -               | -         | -                  | UNKNOWN
          Derby           | -         | glow               | TRUE
          Nottinghamshire | Mansfield | east-midlands-west | FALSE
          Nottinghamshire | -         | east-midlands-west | UNKNOWN
          -               | -         | east-midlands-west | UNKNOWN
          """)
  void theRegistersNamesDecideIfTheAreaIsKnown(
      String authority, String district, String hubs, Truth expected) {
    assertThat(truth(school(authority, district, hubs), EAST_MIDLANDS_WEST)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          abacus-nw | Lancashire | -             | UNKNOWN
          abacus-nw | Lancashire | abacus-nw nnw | TRUE
          abacus-nw | Lancashire | nnw           | FALSE
          sussex    | Kent       | -             | UNKNOWN
          sussex    | Kent       | kent-medway   | FALSE
          glow      | -          | -             | UNKNOWN
          glow      | -          | glow          | TRUE
          glow      | Kent       | boolean       | FALSE
          """)
  void theHubsOfTheSchoolDecideWhereTheAreaDoesNot(
      String hub, String authority, String hubs, Truth expected) {
    assertThat(truth(school(authority, "Anywhere", hubs), inAreaOf(hub))).isEqualTo(expected);
  }

  private static TermsLookup policy(Requirement term) {
    return TermsLookup.always(Policies.terms(term));
  }

  private static Finding finding(School school, Criterion criterion) {
    Assessment assessment =
        Policies.terms(Policies.must("area", Aspect.ELIGIBILITY, criterion))
            .assess(Policies.application().school(school).build());
    return assessment.findings().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Kent | The school must be in the area of the West Yorkshire Maths Hub; it is in Kent.
          Leeds | The school is in the area of the West Yorkshire Maths Hub (in Leeds).
          - | The school must be in the area of the West Yorkshire Maths Hub. Please answer: Is the school in the area of the West Yorkshire Maths Hub?
          """)
  void theSentenceSaysWhereTheSchoolIs(String authority, String sentence) {
    assertThat(
            finding(school(authority, null, null), new Confirmed(inAreaOf("west-yorkshire")))
                .sentence())
        .isEqualTo(sentence);
  }

  @Test
  void severalHubsShareTheirWords() {
    Criterion any =
        new AnyOf(
            ImmutableList.of(
                new Confirmed(inAreaOf("mobius")), new Confirmed(inAreaOf("boolean"))));
    assertThat(finding(school("Kent", null, null), any).sentence())
        .isEqualTo(
            "The school must be in the area of the Mobius Maths Hub or Boolean Maths Hub; the school"
                + " is in Kent.");
  }

  @Test
  void manyHubsAreAListAndOneQuestion() {
    Criterion any =
        new AnyOf(
            Stream.of("mobius", "boolean", "west-yorkshire", "origin", "turing-nw", "sussex")
                .<Criterion>map(hub -> new Confirmed(inAreaOf(hub)))
                .collect(ImmutableList.toImmutableList()));
    assertThat(finding(school(null, null, null), any).sentence())
        .startsWith("The school must be in the area of one of these:\n• Mobius Maths Hub\n•")
        .endsWith(" Maths Hub\nPlease answer: Which Maths Hub is the school in the area of?");
  }

  @Test
  void asksFirstForTheLocalAuthorityThenForTheDistrictThenForTheHub() {
    Application open = Policies.application().school(school(null, null, null)).build();
    TermsLookup policy =
        policy(Policies.must("area", Aspect.ELIGIBILITY, new Confirmed(inAreaOf("cambridge"))));
    Question first = Questionnaire.next(policy, open).orElseThrow();
    assertThat(first.text()).isEqualTo("Which local authority is the school in?");
    Application second = first.answer(open, "Norfolk");
    Question next = Questionnaire.next(policy, second).orElseThrow();
    assertThat(next.text()).isEqualTo("Which district is the school in?");
    Application third = next.answer(second, "Norwich");
    Question last = Questionnaire.next(policy, third).orElseThrow();
    assertThat(last.text()).isEqualTo("Which Maths Hub is the school in the area of?");
    assertThat(last.expected()).isEqualTo("one or more Maths Hubs");
    assertThat(last.pointer()).isEqualTo("/school/hubs");
    Application fourth = last.answer(third, "Norfolk and Suffolk Maths Hub");
    assertThat(fourth.school().hubs()).contains(ImmutableList.of("norfolk-and-suffolk"));
    assertThat(Questionnaire.next(policy, fourth)).isEmpty();
    assertThat(Questionnaire.next(policy, last.answer(third, "cambridge"))).isEmpty();
  }

  @Test
  void nothingIsAskedThatTheRegisterDecides() {
    Application known = Policies.application().school(school("Derby", null, null)).build();
    TermsLookup policy =
        policy(Policies.must("area", Aspect.ELIGIBILITY, new Confirmed(EAST_MIDLANDS_WEST)));
    assertThat(Questionnaire.next(policy, known)).isEmpty();
  }

  @Test
  void anAreaIsReadOfEachSchoolOfAGroup() {
    Criterion each =
        new ForMembers(Members.SCHOOLS, true, new Confirmed(inAreaOf("west-yorkshire")));
    WorkGroup group =
        WorkGroup.builder()
            .offering(Policies.application().build().offering())
            .schools(
                List.of(
                    School.builder().urn(900_001).localAuthority("Leeds").build(),
                    School.builder().urn(900_002).localAuthority("Kent").build()))
            .build();
    assertThat(each.evaluate(DocumentEvidence.of(group)).truth()).isEqualTo(Truth.FALSE);
    assertThat(Subject.GROUP.canAnswer(each)).isTrue();
    assertThat(Subject.GROUP.canAnswer(new Confirmed(inAreaOf("west-yorkshire")))).isFalse();
  }

  @Test
  void theSameAreaOfTwoPolicies() {
    HubArea other =
        new HubArea(
            "west-yorkshire",
            AreaCompleteness.COMPLETE,
            ImmutableList.of("Leeds"),
            ImmutableList.of(),
            ImmutableList.of());
    Fact corrected = Facts.inAreaOf(new Hub("west-yorkshire", "West Yorkshire Maths Hub"), other);
    assertThat(truth(school("Bradford", null, null), corrected)).isEqualTo(Truth.FALSE);
    assertThat(truth(school("Bradford", null, null), inAreaOf("west-yorkshire")))
        .isEqualTo(Truth.TRUE);
    assertThat(TfmJson.read(TfmJson.write(corrected), Fact.class)).isEqualTo(corrected);
  }

  @Test
  void beforeTheHubIsKnownAnyHubServesTheSchool() {
    assertThat(truth(school("Kent", null, null), Facts.IN_HUB_AREA)).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(school(null, null, "glow"), Facts.IN_HUB_AREA)).isEqualTo(Truth.TRUE);
  }

  @Test
  void aSchoolIsOneOfThoseThatAreNamed() {
    Criterion named = new OneOf(Facts.URN, ImmutableSet.of("900001", "900002"));
    assertThat(finding(school(null, null, null), named).status()).isEqualTo(Status.MET);
    assertThat(finding(School.builder().urn(900_003).build(), named).sentence())
        .isEqualTo(
            "The school must be the one with the URN 900001 or 900002; it is the one with the URN"
                + " 900003.");
  }

  private static WorkGroup group(School... schools) {
    return WorkGroup.builder()
        .offering(Policies.application().build().offering())
        .schools(List.of(schools))
        .build();
  }

  private static final Criterion ONE_TRUST =
      new Within(Facts.TRUSTS, Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.ONE));

  private static School.Builder urn(int number) {
    return School.builder().urn(900_000 + number);
  }

  @Test
  void schoolsAreInOneTrustIfEachIsInTheSame() {
    School one = urn(1).trust("The Trust").build();
    School two = urn(2).trust("the  TRUST").build();
    School other = urn(3).trust("Another Trust").build();
    School unknown = urn(4).build();
    School community = urn(5).establishmentType(EstablishmentType.COMMUNITY_SCHOOL).build();
    assertThat(truth(group(one, two))).isEqualTo(Truth.TRUE);
    assertThat(truth(group(one, two, other))).isEqualTo(Truth.FALSE);
    assertThat(truth(group(one, two, unknown))).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(group(one, other, unknown))).isEqualTo(Truth.FALSE);
    assertThat(truth(group(one, community))).isEqualTo(Truth.FALSE);
  }

  private static Truth truth(WorkGroup group) {
    return ONE_TRUST.evaluate(DocumentEvidence.of(group)).truth();
  }

  @Test
  void asksEachSchoolWithoutATrustForIt() {
    WorkGroup open = group(urn(1).trust("The Trust").build(), urn(2).build());
    TermsLookup policy = policy(Policies.must("one-trust", Aspect.GROUP, ONE_TRUST));
    Question question = Questionnaire.next(policy, open).orElseThrow();
    assertThat(question.text()).isEqualTo("Which trust is the school part of?");
    assertThat(question.of()).isEqualTo("school 2");
    WorkGroup answered = question.answer(open, "Another Trust");
    assertThat(truth(answered)).isEqualTo(Truth.FALSE);
  }
}
