package org.tfm.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.advice.Change;
import org.tfm.model.assessment.Terms;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Trn;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;

/** Small policies and documents for them. */
public final class Policies {

  public static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
  private static final Citation CITATION = new Citation("flyer", "benefits", Optional.empty());
  private static final Provenance RULE = Provenance.of("national", "any.drl", 1);

  public static final Criterion TEN_DAYS = within(Facts.COMBINED_RELEASE, "10", null);
  public static final Criterion FIVE_DAYS_EACH =
      new ForMembers(Members.LEAD_PARTICIPANTS, true, within(Facts.RELEASE_DAYS, "5", null));
  public static final Criterion TWO_PEOPLE = within(Facts.LEAD_PARTICIPANTS, "2", "2");
  public static final Criterion TRN_OF_EACH =
      new ForMembers(Members.LEAD_PARTICIPANTS, true, new Provided(Facts.TRN));
  public static final Criterion PRIMARY_ONLY = new OneOf(Facts.PHASE, ImmutableSet.of("PRIMARY"));

  public static final Criterion COMMITTED = answered("committed-to-mastery");
  public static final Criterion CAPACITY = answered("capacity-for-development");

  private Policies() {}

  public static Confirmed answered(String answer) {
    return new Confirmed(Objects.requireNonNull(Facts.all().get(answer)));
  }

  public static Terms terms(Term... terms) {
    return ModelArbitraries.terms(OFFERING, List.of(terms));
  }

  public static Requirement must(String id, Aspect aspect, Criterion criterion) {
    return new Requirement(id, aspect, Strength.MUST, criterion, Optional.empty(), CITATION, RULE);
  }

  public static Requirement should(String id, Aspect aspect, Criterion criterion) {
    return new Requirement(
        id, aspect, Strength.SHOULD, criterion, Optional.empty(), CITATION, RULE);
  }

  public static Within within(Fact fact, @Nullable String least, @Nullable String most) {
    return new Within(
        fact,
        Optional.ofNullable(least).map(BigDecimal::new),
        Optional.ofNullable(most).map(BigDecimal::new));
  }

  /** Returns a person; without a number if the text is empty. */
  public static LeadParticipant person(String trn, int days) {
    return LeadParticipant.builder()
        .trn(Optional.of(trn).filter(digits -> !digits.isEmpty()).map(Trn::parse))
        .releaseDays(ReleaseTime.ofDays(days))
        .build();
  }

  /** Returns an application; without a list of people if there are none. */
  public static Application.Builder application(LeadParticipant... people) {
    return Application.builder()
        .offering(OFFERING)
        .school(School.builder().urn(100_008).phase(Phase.PRIMARY).build())
        .leadParticipants(
            Optional.of(ImmutableList.copyOf(people)).filter(list -> !list.isEmpty()));
  }

  public static WorkGroup.Builder group(Phase... phases) {
    return WorkGroup.builder()
        .offering(OFFERING)
        .schools(
            IntStream.range(0, phases.length)
                .mapToObj(
                    i -> School.builder().urn(100_000 + i).phase(Arrays.asList(phases).get(i)))
                .map(School.Builder::build)
                .collect(ImmutableList.toImmutableList()));
  }

  /** Returns the texts of the changes. */
  public static List<String> said(List<Change> way) {
    return way.stream().map(Change::sentence).toList();
  }
}
