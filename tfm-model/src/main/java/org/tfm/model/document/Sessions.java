package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Urns;

/** Values derived from the sessions and the lead of a work group. */
final class Sessions {

  private static final int FIRST_URN = 100_000;
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  private Sessions() {}

  /** Whether the first session is at the lead's own school. */
  static Optional<Value> firstAtLeadsSchool(WorkGroup group) {
    Optional<Integer> leads = group.lead().flatMap(GroupLead::school);
    Optional<Integer> host =
        group.sessions().stream()
            .flatMap(List::stream)
            .filter(session -> session.number() == 1)
            .flatMap(session -> session.host().stream())
            .findFirst();
    return leads.isPresent() && host.isPresent()
        ? Optional.of(Value.YesNo.of(leads.equals(host)))
        : Optional.empty();
  }

  /** Returns a builder with the values of a session. */
  private static Session.Builder edit(Session session) {
    return Session.builder().from(session);
  }

  /** Returns the days of all sessions, as a lower bound if some lengths are not given in days. */
  static Optional<Value> days(WorkGroup group) {
    return sum(group, session -> session.days().map(ReleaseTime::days));
  }

  /** Returns the hours of all sessions, as a lower bound if some lengths are not given in hours. */
  static Optional<Value> hours(WorkGroup group) {
    return sum(group, Session::hours);
  }

  /** No session of a list has no length: an empty list is as unknown as an absent one. */
  private static Optional<Value> sum(
      WorkGroup group, Function<Session, Optional<BigDecimal>> length) {
    return group
        .sessions()
        .filter(planned -> !planned.isEmpty())
        .map(
            planned ->
                new Value.Quantity(
                    planned.stream()
                        .flatMap(session -> length.apply(session).stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                    planned.stream().anyMatch(session -> length.apply(session).isEmpty())));
  }

  /** Returns the group with this many days in all. */
  static Optional<WorkGroup> withDays(WorkGroup group, Value value) {
    return shared(
        group,
        value,
        HALF,
        session -> session.days().map(ReleaseTime::days),
        (session, days) -> edit(session).days(ReleaseTime.ofDays(days)).build());
  }

  /** Returns the group with this many hours in all. */
  static Optional<WorkGroup> withHours(WorkGroup group, Value value) {
    return shared(
        group,
        value,
        QUARTER,
        Session::hours,
        (session, hours) -> edit(session).hours(hours).build());
  }

  /**
   * Shares a time out in whole parts among the sessions without a length; among all sessions, if
   * the others are too long already or no session is without a length.
   */
  private static Optional<WorkGroup> shared(
      WorkGroup group,
      Value value,
      BigDecimal part,
      Function<Session, Optional<BigDecimal>> length,
      BiFunction<Session, BigDecimal, Session> with) {
    List<Session> planned = new ArrayList<>(group.sessions().orElse(ImmutableList.of()));
    if (planned.isEmpty()
        || !(value instanceof Value.Quantity wanted)
        || wanted.amount().remainder(part).signum() != 0) {
      return Optional.empty();
    }
    BigDecimal given =
        planned.stream()
            .flatMap(session -> length.apply(session).stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean areOthersKept =
        given.compareTo(wanted.amount()) <= 0
            && given.remainder(part).signum() == 0
            && planned.stream().anyMatch(session -> length.apply(session).isEmpty());
    int[] places =
        IntStream.range(0, planned.size())
            .filter(i -> !areOthersKept || length.apply(planned.get(i)).isEmpty())
            .toArray();
    int parts =
        wanted
            .amount()
            .subtract(areOthersKept ? given : BigDecimal.ZERO)
            .divide(part)
            .intValueExact();
    for (int i = 0; i < places.length; i++) {
      int own = parts / places.length + (i < parts % places.length ? 1 : 0);
      BigDecimal time = part.multiply(BigDecimal.valueOf(own));
      if (time.compareTo(Days.HOURS) > 0) {
        return Optional.empty();
      }
      planned.set(places[i], with.apply(planned.get(places[i]), time));
    }
    return Optional.of(
        WorkGroup.builder().from(group).sessions(ImmutableList.copyOf(planned)).build());
  }

  /** Returns the group with a number of sessions: the last are removed, or new ones are added. */
  static WorkGroup with(WorkGroup group, int count) {
    List<Session> planned = new ArrayList<>(group.sessions().orElse(ImmutableList.of()));
    while (planned.size() > count) {
      planned.remove(planned.size() - 1);
    }
    for (int number = 1; planned.size() < count; number++) {
      int next = number;
      if (planned.stream().noneMatch(session -> session.number() == next)) {
        planned.add(Session.builder().number(next).build());
      }
    }
    return WorkGroup.builder().from(group).sessions(ImmutableList.copyOf(planned)).build();
  }

  /** Returns the group with another host of the first session; makes up a lead if there is none. */
  static WorkGroup withFirstAtLeadsSchool(WorkGroup group, boolean atLeadsSchool) {
    GroupLead lead = group.lead().orElse(new GroupLead(LeadRole.LOCAL_LEADER, Optional.empty()));
    int own = lead.school().orElse(FIRST_URN);
    int other = own == Urns.LAST ? own - 1 : own + 1;
    int host = atLeadsSchool ? own : other;
    List<Session> planned = new ArrayList<>(group.sessions().orElse(ImmutableList.of()));
    int at =
        IntStream.range(0, planned.size())
            .filter(i -> planned.get(i).number() == 1)
            .findFirst()
            .orElse(-1);
    if (at < 0) {
      planned.add(0, Session.builder().number(1).host(host).build());
    } else {
      planned.set(at, edit(planned.get(at)).host(host).build());
    }
    return WorkGroup.builder()
        .from(group)
        .lead(new GroupLead(lead.role(), Optional.of(own)))
        .sessions(ImmutableList.copyOf(planned))
        .build();
  }
}
