package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.ReleaseTime;

/**
 * A year's progress in which other values can be tried out.
 *
 * @param known what is known for sure
 * @param progress what is tried out
 */
record ProgressDraft(Progress known, Progress progress) implements Draft {

  @Override
  public Evidence evidence() {
    return progress.evidence();
  }

  @Override
  public FactLocation spot(String of, Fact fact) {
    return new FactLocation(of, Drafts.standsAt(progress.school(), fact));
  }

  @Override
  public Optional<Draft> with(FactLocation spot, Value value) {
    if (spot.fact().fixed() && known.evidence().find(spot.fact()).isPresent()) {
      return Optional.empty();
    }
    return Drafts.trying(
        () -> changed(spot.fact(), value).map(changed -> new ProgressDraft(known, changed)));
  }

  private Progress.Builder edit() {
    return Progress.builder().from(progress);
  }

  private Optional<Progress> changed(Fact fact, Value value) {
    return switch (fact.id()) {
      case "release-taken" ->
          value instanceof Value.Quantity days
              ? Optional.of(edit().releaseDays(ReleaseTime.ofDays(days.amount())).build())
              : Optional.empty();
      case "workshops-attended" ->
          Drafts.count(value).map(count -> edit().workshopsAttended(count).build());
      case "visits" -> Drafts.count(value).map(count -> edit().visits(count).build());
      case "visit-half-days" ->
          Drafts.count(value).map(count -> edit().visitHalfDays(count).build());
      default ->
          Drafts.school(progress.school(), fact, value)
              .map(school -> edit().school(school).build())
              .or(
                  () ->
                      Drafts.answered(progress.answers(), fact, value)
                          .map(answers -> edit().answers(answers).build()));
    };
  }

  @Override
  public ImmutableList<Resized> resized(Members members, int size) {
    return ImmutableList.of();
  }
}
