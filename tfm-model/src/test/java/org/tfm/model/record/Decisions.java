package org.tfm.model.record;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.Terms;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.MeetingsOnTop;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Role;
import org.tfm.model.document.Trn;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;

/** A policy that reads every personal attribute, and an application with all of them. */
final class Decisions {

  static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
  static final LocalDate DAY = LocalDate.of(2022, 6, 1);
  static final Fact OWN_TEXT =
      Fact.text("why", "the reason for applying", "Why do you apply?", "answers.why");
  static final Fact OWN_WORD =
      Fact.choice(
          "scheme",
          "the scheme of work",
          "Which scheme do you use?",
          ImmutableList.of(),
          "answers.scheme");

  private static final Citation CITATION =
      new Citation("flyer", "how to apply", Optional.of("“two” is read as two different people"));

  private Decisions() {}

  static Terms terms() {
    return Terms.of(
        OFFERING,
        ImmutableList.<Term>of(
            must("phase", Aspect.ELIGIBILITY, new OneOf(Facts.PHASE, ImmutableSet.of("PRIMARY"))),
            must(
                "committed-to-mastery",
                Aspect.ELIGIBILITY,
                new Confirmed(Objects.requireNonNull(Facts.answers().get("committed-to-mastery")))),
            must(
                "lead-participants",
                Aspect.APPLICATION,
                new Within(
                    Facts.LEAD_PARTICIPANTS,
                    Optional.of(BigDecimal.valueOf(2)),
                    Optional.of(BigDecimal.valueOf(2)))),
            must(
                "trn",
                Aspect.APPLICATION,
                new ForMembers(Members.LEAD_PARTICIPANTS, true, new Provided(Facts.TRN))),
            must(
                "headteacher-statement",
                Aspect.APPLICATION,
                new Provided(Facts.HEADTEACHER_STATEMENT)),
            must("reason", Aspect.APPLICATION, new Provided(OWN_TEXT)),
            must("scheme", Aspect.APPLICATION, new Provided(OWN_WORD)),
            must(
                "release-time",
                Aspect.COMMITMENT,
                new Within(Facts.COMBINED_RELEASE, Optional.of(BigDecimal.TEN), Optional.empty())),
            new Entitlement(
                "grant",
                false,
                Optional.of(Money.of(CurrencyUnit.GBP, 1000)),
                Optional.of(PayUnit.SCHOOL),
                Purpose.RELEASE_TIME,
                Optional.empty(),
                Optional.empty(),
                CITATION,
                rule(80))),
        ImmutableList.of(),
        ImmutableList.of(OWN_TEXT, OWN_WORD),
        new PolicyVersion(
            "sha256:" + "b".repeat(64),
            ImmutableList.of("national", "cheshire-wirral/2022-23"),
            ImmutableList.of("sha256:" + "1".repeat(64), "sha256:" + "2".repeat(64)),
            "0.1.0",
            OFFERING.year().firstDay()));
  }

  private static Requirement must(String id, Aspect aspect, Criterion criterion) {
    return new Requirement(
        id, aspect, Strength.MUST, criterion, Optional.empty(), CITATION, rule(id.length()));
  }

  private static Provenance rule(int line) {
    return Provenance.of("cheshire-wirral/2022-23", "primary-development.drl", line);
  }

  static LeadParticipant person(String name, String trn) {
    return LeadParticipant.builder()
        .name(name)
        .trn(Trn.parse(trn))
        .roles(ImmutableSet.of(Role.MATHS_LEAD, Role.CLASS_TEACHER))
        .yearsTeaching(new BigDecimal("2.50"))
        .releaseDays(ReleaseTime.ofHalfDays(9))
        .build();
  }

  static Application.Builder application() {
    return Application.builder()
        .offering(OFFERING)
        .school(
            School.builder()
                .urn(100_008)
                .name("Argyle Primary School")
                .phase(Phase.PRIMARY)
                .establishmentType(EstablishmentType.COMMUNITY_SCHOOL)
                .country(Country.ENGLAND)
                .build())
        .history(
            ImmutableList.of(
                Participation.builder()
                    .type("primary-readiness")
                    .year(AcademicYear.parse("2021/22"))
                    .hub("cheshire-wirral")
                    .completed(true)
                    .build()))
        .leadParticipants(
            ImmutableList.of(
                person("First Teacher", "7654321"), person("Second Teacher", "2345678")))
        .meetingsOnTop(new MeetingsOnTop(1))
        .headteacherStatement("Our staff would learn a lot from this.")
        .answers(
            Answers.of(
                Map.of(
                    "committed-to-mastery",
                    true,
                    "teachers",
                    12,
                    "why",
                    "Our pupils deserve it.",
                    "scheme",
                    "HOME_MADE")))
        .placeWith(ImmutableList.of(100_009))
        .submittedOn(LocalDate.of(2022, 5, 3));
  }
}
