package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.ReleaseTime;

/** Values derived from the sessions and the lead of a work group. */
final class Sessions {

  private static final int FIRST_URN = 100_000;

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

  static Optional<Session> withDate(Session session, Value value) {
    return value instanceof Value.Day day && day.moment().time().isEmpty()
        ? Optional.of(
            new Session(
                session.number(),
                session.host(),
                Optional.of(day.moment().day()),
                session.mode(),
                session.days(),
                session.hours()))
        : Optional.empty();
  }

  static Session with(Session session, SessionMode mode) {
    return new Session(
        session.number(),
        session.host(),
        session.date(),
        Optional.of(mode),
        session.days(),
        session.hours());
  }

  static Session lasting(Session session, ReleaseTime days) {
    return new Session(
        session.number(),
        session.host(),
        session.date(),
        session.mode(),
        Optional.of(days),
        session.hours());
  }

  static Session lasting(Session session, BigDecimal hours) {
    return new Session(
        session.number(),
        session.host(),
        session.date(),
        session.mode(),
        session.days(),
        Optional.of(hours));
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
        planned.add(new Session(next, Optional.empty(), Optional.empty()));
      }
    }
    return WorkGroup.builder().from(group).sessions(ImmutableList.copyOf(planned)).build();
  }

  /** Returns the group with another host of the first session; makes up a lead if there is none. */
  static WorkGroup withFirstAtLeadsSchool(WorkGroup group, boolean atLeadsSchool) {
    GroupLead lead = group.lead().orElse(new GroupLead(LeadRole.LOCAL_LEADER, Optional.empty()));
    int own = lead.school().orElse(FIRST_URN);
    int host = atLeadsSchool ? own : own + 1;
    List<Session> planned = new ArrayList<>(group.sessions().orElse(ImmutableList.of()));
    int at =
        IntStream.range(0, planned.size())
            .filter(i -> planned.get(i).number() == 1)
            .findFirst()
            .orElse(-1);
    if (at < 0) {
      planned.add(0, new Session(1, Optional.of(host), Optional.empty()));
    } else {
      planned.set(at, planned.get(at).withHost(host));
    }
    return WorkGroup.builder()
        .from(group)
        .lead(new GroupLead(lead.role(), Optional.of(own)))
        .sessions(ImmutableList.copyOf(planned))
        .build();
  }
}
