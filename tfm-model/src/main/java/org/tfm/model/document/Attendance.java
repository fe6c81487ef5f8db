package org.tfm.model.document;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.criterion.Value;

/** Values derived from the workshops and events of a year, and from who attended them. */
final class Attendance {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Enough that a share of up to 366 workshops is never taken for a whole percentage. */
  private static final int DECIMALS = 3;

  private Attendance() {}

  /**
   * Returns the events that the headteacher or another senior leader attended; only those that are
   * certain, if the events of other senior leaders are unknown.
   */
  static Optional<Value> ofSeniorLeaders(Progress progress) {
    return progress
        .seniorLeaderAttended()
        .<Value>map(all -> new Value.Words(names(all)))
        .or(
            () ->
                progress
                    .headteacherAttended()
                    .filter(some -> !some.isEmpty())
                    .map(some -> new Value.WordsSoFar(names(some))));
  }

  /** Returns the progress with other events of the headteacher, which senior leaders attended. */
  static Progress withHeadteacher(Progress progress, Set<HeadteacherEvent> events) {
    return Progress.builder()
        .from(progress)
        .headteacherAttended(events)
        .seniorLeaderAttended(
            progress.seniorLeaderAttended().map(all -> Sets.union(all, events).immutableCopy()))
        .build();
  }

  /** Returns the progress with other events of senior leaders, the headteacher's among them. */
  static Progress withSeniorLeaders(Progress progress, Set<HeadteacherEvent> events) {
    return Progress.builder()
        .from(progress)
        .seniorLeaderAttended(
            Sets.union(events, progress.headteacherAttended().orElse(ImmutableSet.of())))
        .build();
  }

  /** Returns the names of events, in declaration order. */
  private static ImmutableSet<String> names(Set<HeadteacherEvent> events) {
    return Sets.immutableEnumSet(events).stream()
        .map(HeadteacherEvent::name)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns the percentage of the planned workshops that were attended. */
  static Optional<Value> share(Progress progress) {
    return planned(progress)
        .flatMap(
            planned ->
                progress
                    .workshopsAttended()
                    .map(
                        attended ->
                            Value.Quantity.of(
                                HUNDRED
                                    .multiply(BigDecimal.valueOf(attended))
                                    .divide(
                                        BigDecimal.valueOf(planned),
                                        DECIMALS,
                                        RoundingMode.DOWN))));
  }

  /** Whether all planned workshops were attended. */
  static Optional<Value> isAll(Progress progress) {
    return planned(progress)
        .flatMap(planned -> progress.workshopsAttended().map(attended -> attended >= planned))
        .flatMap(SharedValues::yesNo);
  }

  /** Returns the number of workshops planned; empty if it is unknown or none. */
  static Optional<Integer> planned(Progress progress) {
    return progress.workshopsPlanned().filter(planned -> planned > 0);
  }

  /** Sets the share, of a number of workshops that is made up if it is unknown. */
  static Optional<Progress> withShare(Progress progress, BigDecimal percent) {
    int planned = planned(progress).orElse(HUNDRED.intValue());
    int attended =
        percent
            .multiply(BigDecimal.valueOf(planned))
            .divide(HUNDRED, 0, RoundingMode.CEILING)
            .intValueExact();
    return Optional.of(
        Progress.builder()
            .from(progress)
            .workshopsPlanned(planned)
            .workshopsAttended(attended)
            .build());
  }

  static Optional<Progress> withAll(Progress progress, boolean all) {
    return withShare(progress, all ? HUNDRED : BigDecimal.ZERO);
  }
}
