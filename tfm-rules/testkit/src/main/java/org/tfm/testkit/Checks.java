package org.tfm.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.EntitlementReason;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Truth;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.MeetingsOnTop;
import org.tfm.model.document.Progress;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/** Checks the invariants on one document; each check returns a problem or empty. */
final class Checks {

  private static final int[] MORE_HALF_DAYS = {1, 4, 20};
  private static final String VERDICT = "the verdict";
  private static final Observation NOBODY =
      new Observation(Facts.LEAD_PARTICIPANTS.id(), "", Optional.of(Value.Quantity.of(0)));

  /** The reasons that come from an entitlement itself, not from the verdict. */
  private static final ImmutableSet<EntitlementReason> OF_ITS_OWN =
      Sets.immutableEnumSet(EntitlementReason.CONDITION_NOT_MET, EntitlementReason.CONDITION_OPEN);

  private final Policy policy;
  private final ProtectedTerms guarded;

  Checks(Policy policy, ProtectedTerms guarded) {
    this.policy = policy;
    this.guarded = guarded;
  }

  Function<Document, Optional<String>> of(Invariant invariant) {
    return switch (invariant) {
      case KNOWLEDGE_IS_MONOTONE -> this::monotone;
      case ENTITLEMENTS_KEEP_TO_THEIR_TERM -> this::entitlements;
      case ANSWERS_ARE_DETERMINISTIC -> this::deterministic;
      case EVERY_KIND_IS_ANSWERED -> document -> everyKind(document.offering());
      case PROTECTED_TERMS_ARE_KEPT -> this::guarded;
      case ORDER_CHANGES_NOTHING -> this::order;
      case MORE_RELEASE_IS_NEVER_WORSE -> this::release;
    };
  }

  private static String key(Finding finding) {
    return "`" + finding.term() + "`";
  }

  private static String key(EntitlementFinding due) {
    return "the entitlement `" + due.term() + "`";
  }

  private Optional<String> monotone(Document full) {
    Assessment after = policy.assess(full);
    return JsonParts.knowingLess(full)
        .flatMap(poor -> settledOtherwise(poor, full, after).stream())
        .findFirst();
  }

  private Optional<String> settledOtherwise(Document poor, Document full, Assessment after) {
    Assessment before = policy.assess(poor);
    Map<String, String> settled = new LinkedHashMap<>();
    before.findings().stream()
        .filter(finding -> finding.status() != Status.EVIDENCE_MISSING)
        .filter(finding -> !isGap(finding))
        .forEach(finding -> settled.put(key(finding), finding.status().name()));
    if (before.findings().stream().anyMatch(Checks::isGap)) {
      return changed(settled, poor, full, after);
    }
    before.entitlements().stream()
        .filter(due -> due.status() != EntitlementStatus.CONDITIONAL)
        .filter(due -> after.verdict() != Verdict.NO || due.status() == EntitlementStatus.NOT_DUE)
        .forEach(due -> settled.put(key(due), due.status().name()));
    if (before.verdict() != Verdict.MORE_INFORMATION_NEEDED) {
      settled.put(VERDICT, before.verdict().name());
    }
    return changed(settled, poor, full, after);
  }

  /** Finds a result that was settled with less knowledge and has changed. */
  private static Optional<String> changed(
      Map<String, String> settled, Document poor, Document full, Assessment after) {
    Map<String, String> now = statuses(after);
    return settled.entrySet().stream()
        .filter(one -> !one.getValue().equals(now.get(one.getKey())))
        .map(
            one ->
                one.getKey()
                    + " is "
                    + one.getValue()
                    + " while "
                    + unknown(poor, full)
                    + " is unknown, but "
                    + now.getOrDefault(one.getKey(), "absent")
                    + " once it is known")
        .findFirst();
  }

  /** Whether the finding is a gap: an empty field of a submitted application. */
  private static boolean isGap(Finding finding) {
    return finding.aspect() == Aspect.APPLICATION
        && (finding.status() == Status.UNMET || finding.status() == Status.REFERRED)
        && (!finding.missing().isEmpty() || finding.observed().contains(NOBODY));
  }

  private static String unknown(Document poor, Document full) {
    return JsonParts.difference(poor, full);
  }

  private static Map<String, String> statuses(Assessment assessment) {
    Map<String, String> statuses = new LinkedHashMap<>();
    assessment.findings().forEach(one -> statuses.put(key(one), one.status().name()));
    assessment.entitlements().forEach(due -> statuses.put(key(due), due.status().name()));
    statuses.put(VERDICT, assessment.verdict().name());
    return statuses;
  }

  private Optional<String> entitlements(Document document) {
    ImmutableList<SchoolKind> kinds = document.kind().candidates();
    return policy.assess(document).entitlements().stream()
        .filter(due -> due.status() != EntitlementStatus.NOT_DUE)
        .flatMap(due -> exceeds(due, document, kinds).stream())
        .findFirst();
  }

  /**
   * Finds an entitlement that the policy does not state: a firm one must be stated for every
   * possible kind of school, a conditional one for at least one.
   */
  private Optional<String> exceeds(
      EntitlementFinding due, Document document, List<SchoolKind> kinds) {
    boolean isFirm = due.status() == EntitlementStatus.FIRM;
    Function<SchoolKind, Boolean> isStated =
        kind ->
            policy.terms(document.offering(), PartialSchoolKind.of(kind)).terms().stream()
                .anyMatch(term -> covers(term, due));
    Optional<SchoolKind> other =
        isFirm
            ? kinds.stream().filter(kind -> !isStated.apply(kind)).findFirst()
            : Optional.of(kinds.get(0)).filter(any -> kinds.stream().noneMatch(isStated::apply));
    return other
        .map(
            kind ->
                key(due)
                    + " is "
                    + due.status()
                    + " with "
                    + amount(due.amount())
                    + "; the policy for "
                    + kind.phase()
                    + ", "
                    + kind.establishmentType()
                    + ", "
                    + kind.country()
                    + " states "
                    + stated(due, document.offering(), kind))
        .or(() -> tooEarly(due, document));
  }

  private String stated(EntitlementFinding due, Offering offering, SchoolKind kind) {
    return policy.terms(offering, PartialSchoolKind.of(kind)).terms().stream()
        .filter(term -> term instanceof Entitlement && term.id().equals(due.term()))
        .map(term -> amount(((Entitlement) term).amount()))
        .findFirst()
        .orElse("none");
  }

  private static String amount(Optional<Money> amount) {
    return amount.map(Money::toString).orElse("an amount not stated");
  }

  private static boolean covers(Term term, EntitlementFinding due) {
    return term.id().equals(due.term())
        && term.section() == due.section()
        && (!(term instanceof Entitlement entitlement) || covers(entitlement, due));
  }

  private static boolean covers(Entitlement term, EntitlementFinding due) {
    return term.charge() == due.charge()
        && term.unit().equals(due.unit())
        && due.purpose().equals(Optional.of(term.purpose()))
        && term.amount().isPresent() == due.amount().isPresent()
        && term.amount().map(most -> !due.amount().get().isGreaterThan(most)).orElse(true);
  }

  /** Finds an entitlement that is firm before its condition holds. */
  private Optional<String> tooEarly(EntitlementFinding due, Document document) {
    return policy.terms(document.offering(), document.kind()).terms().stream()
        .filter(term -> term.id().equals(due.term()) && term.section() == due.section())
        .flatMap(term -> term.when().stream())
        .filter(when -> due.status() == EntitlementStatus.FIRM)
        .filter(when -> when.evaluate(document.evidence()).truth() != Truth.TRUE)
        .map(
            when ->
                key(due) + " is FIRM, although its condition is not known to hold: " + when.says())
        .findFirst();
  }

  private Optional<String> deterministic(Document document) {
    String once = TfmJson.write(policy.assess(document));
    String twice = TfmJson.write(policy.assess(document));
    String travelled = TfmJson.write(policy.assess(document.read(TfmJson.tree(document.value()))));
    if (!once.equals(twice)) {
      return Optional.of("two assessments differ: " + difference(once, twice));
    }
    return once.equals(travelled)
        ? Optional.empty()
        : Optional.of("the assessment of a copy from JSON differs: " + difference(once, travelled));
  }

  private static String difference(String once, String twice) {
    int at = 0;
    while (at < Math.min(once.length(), twice.length()) && once.charAt(at) == twice.charAt(at)) {
      at++;
    }
    return "`" + around(once, at) + "` and `" + around(twice, at) + "`";
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 30));
  }

  Optional<String> everyKind(Offering offering) {
    return SchoolKind.all().stream()
        .flatMap(
            kind -> {
              Terms terms = policy.terms(offering, PartialSchoolKind.of(kind));
              String who = kind.phase() + ", " + kind.establishmentType() + ", " + kind.country();
              if (terms.terms().stream().noneMatch(Requirement.class::isInstance)) {
                return Stream.of("no requirement applies to " + who);
              }
              return terms.unsettled().stream()
                  .map(open -> "the term `" + open.term().id() + "` is not settled for " + who);
            })
        .findFirst();
  }

  private Optional<String> guarded(Document document) {
    return document.kind().candidates().stream()
        .limit(1)
        .map(PartialSchoolKind::of)
        .flatMap(
            kind -> {
              Terms own = policy.terms(document.offering(), kind);
              return guarded.of(policy, own, kind).flatMap(base -> looser(own, base, document));
            })
        .findFirst();
  }

  private static Stream<String> looser(Terms own, Terms base, Document document) {
    Stream<String> gone =
        base.terms().stream().flatMap(term -> lost(term, ProtectedTerms.find(own, term)).stream());
    // The terms are those for the first possible kind of school.
    Assessment mine = document.assess(own.forKind(document.kind()));
    Assessment theirs = document.assess(base.forKind(document.kind()));
    Stream<String> accepted =
        theirs.findings().stream()
            .flatMap(
                protectedFinding ->
                    mine.findings().stream()
                        .filter(finding -> finding.term().equals(protectedFinding.term()))
                        .filter(finding -> accepts(finding) > accepts(protectedFinding))
                        .map(
                            finding ->
                                key(finding)
                                    + " is "
                                    + finding.status()
                                    + "; the protected term at "
                                    + protectedFinding.provenance().rule()
                                    + " is "
                                    + protectedFinding.status()
                                    + ": "
                                    + protectedFinding.sentence()));
    Stream<String> paid =
        theirs.entitlements().stream()
            .flatMap(
                due ->
                    mine.entitlements().stream()
                        .filter(one -> one.term().equals(due.term()))
                        .filter(one -> givesLess(one, due))
                        .map(
                            one ->
                                key(one)
                                    + " is "
                                    + one.status()
                                    + " with "
                                    + amount(one.amount())
                                    + "; the protected term at "
                                    + due.provenance().rule()
                                    + " is "
                                    + due.status()
                                    + " with "
                                    + amount(due.amount())));
    return Stream.of(gone, accepted, paid).flatMap(one -> one);
  }

  private static Optional<String> lost(Term guarded, Optional<Term> own) {
    String what = "`" + guarded.id() + "`, protected at " + guarded.provenance().rule() + ", ";
    if (own.isEmpty()) {
      return Optional.of(what + "is absent");
    }
    if (own.get() instanceof Undertaking one && guarded instanceof Undertaking other) {
      return one.strength().compareTo(other.strength()) > 0
          ? Optional.of(what + "is weaker: " + one.sentence())
          : Optional.empty();
    }
    return own.get().getClass() == guarded.getClass()
        ? Optional.empty()
        : Optional.of(what + "is now another kind of term");
  }

  /** Ranks a finding: 0 refuses, 1 leaves it to the hub, 2 accepts, -1 is open. */
  private static int accepts(Finding finding) {
    if (finding.strength() == Strength.PREFERRED) {
      return 2;
    }
    return switch (finding.status()) {
      case UNMET -> 0;
      case REFERRED, POLICY_SILENT -> 1;
      case MET -> 2;
      case EVIDENCE_MISSING -> -1;
    };
  }

  private static boolean givesLess(EntitlementFinding own, EntitlementFinding guarded) {
    if (guarded.charge()) {
      return own.status() == EntitlementStatus.FIRM
          && guarded.amount().isPresent()
          && own.amount().map(guarded.amount().get()::isLessThan).orElse(true);
    }
    boolean waitsForTheVerdict =
        own.reason().filter(reason -> !OF_ITS_OWN.contains(reason)).isPresent();
    return guarded.status() == EntitlementStatus.FIRM
        && !waitsForTheVerdict
        && (own.status() != EntitlementStatus.FIRM
            || (guarded.amount().isPresent()
                && own.amount().map(guarded.amount().get()::isGreaterThan).orElse(true)));
  }

  private Optional<String> order(Document document) {
    Assessment before = policy.assess(document);
    return JsonParts.reordered(document).stream()
        .map(policy::assess)
        .flatMap(after -> changed(before, after).stream())
        .findFirst();
  }

  private static Optional<String> changed(Assessment before, Assessment after) {
    if (before.verdict() != after.verdict()) {
      return Optional.of(
          "in another order, the verdict is "
              + after.verdict()
              + " instead of "
              + before.verdict());
    }
    Map<String, String> now = statuses(after);
    return statuses(before).entrySet().stream()
        .filter(one -> !one.getValue().equals(now.get(one.getKey())))
        .map(
            one ->
                "in another order, "
                    + one.getKey()
                    + " is "
                    + now.getOrDefault(one.getKey(), "absent")
                    + " instead of "
                    + one.getValue())
        .findFirst();
  }

  private Optional<String> release(Document document) {
    Verdict before = policy.assess(document).verdict();
    return withMoreRelease(document).entrySet().stream()
        .flatMap(
            more -> {
              Assessment after = policy.assess(more.getValue());
              return isWorse(after.verdict(), before)
                  ? Stream.of(
                      "with "
                          + more.getKey()
                          + " the verdict changes from "
                          + before
                          + " to "
                          + after.verdict()
                          + worst(after))
                  : Stream.empty();
            })
        .findFirst();
  }

  private static boolean isWorse(Verdict after, Verdict before) {
    return after != before && (after == Verdict.NO || before == Verdict.YES);
  }

  private static String worst(Assessment assessment) {
    return assessment.unmet().stream()
        .findFirst()
        .map(finding -> ": " + finding.sentence())
        .orElse("");
  }

  private static Map<String, Document> withMoreRelease(Document document) {
    Map<String, Document> more = new LinkedHashMap<>();
    for (int halfDays : MORE_HALF_DAYS) {
      ReleaseTime time = ReleaseTime.ofHalfDays(halfDays);
      if (document instanceof Document.OfYear year) {
        Progress progress = year.value();
        progress
            .releaseDays()
            .ifPresent(
                days ->
                    more.put(
                        time + " more release time taken",
                        new Document.OfYear(
                            Progress.builder()
                                .from(progress)
                                .releaseDays(days.plus(time))
                                .build())));
      } else if (document instanceof Document.OfSchool school) {
        Application application = school.value();
        List<LeadParticipant> people = application.leadParticipants().orElse(ImmutableList.of());
        for (int who = 0; who < people.size(); who++) {
          if (people.get(who).releaseDays().isPresent()) {
            more.put(
                time + " more for lead participant " + (who + 1),
                new Document.OfSchool(released(application, who, time)));
          }
        }
        if (!people.isEmpty()) {
          int meetings = application.meetingsOnTop().map(MeetingsOnTop::halfDays).orElse(0);
          more.put(
              time + " more of meetings",
              new Document.OfSchool(
                  Application.builder()
                      .from(application)
                      .meetingsOnTop(new MeetingsOnTop(meetings + halfDays))
                      .build()));
        }
      }
    }
    return more;
  }

  private static Application released(Application application, int who, ReleaseTime more) {
    ImmutableList.Builder<LeadParticipant> people = ImmutableList.builder();
    int number = 0;
    for (LeadParticipant person : application.leadParticipants().orElseThrow()) {
      people.add(
          number++ == who
              ? LeadParticipant.builder()
                  .from(person)
                  .releaseDays(person.releaseDays().map(days -> days.plus(more)))
                  .build()
              : person);
    }
    return Application.builder().from(application).leadParticipants(people.build()).build();
  }
}
