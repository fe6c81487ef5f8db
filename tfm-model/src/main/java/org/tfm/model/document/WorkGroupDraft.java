package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.school.School;

/**
 * A work group in which other values can be tried out.
 *
 * <p>A group can take another school in the place of one that does not fit, so what a school is can
 * be changed here.
 */
record WorkGroupDraft(WorkGroup group) implements Draft {

  private static final String SCHOOL = "school ";
  private static final int FIRST_URN = 100_000;

  @Override
  public Evidence evidence() {
    return group.evidence();
  }

  @Override
  public FactLocation spot(String of, Fact fact) {
    if (of.isEmpty()) {
      return new FactLocation(of, fact);
    }
    // No answer is asked about a school of a group: only its type can say how it is funded.
    return new FactLocation(
        of,
        fact.equals(Facts.STATE_FUNDED)
            ? Facts.ESTABLISHMENT_TYPE
            : Drafts.standsAt(schools().get(place(of)), fact));
  }

  @Override
  public Optional<Draft> with(FactLocation spot, Value value) {
    return Drafts.trying(
        () ->
            (spot.of().isEmpty()
                    ? changed(spot.fact(), value)
                    : school(spot.of(), spot.fact(), value))
                .map(WorkGroupDraft::new));
  }

  private WorkGroup.Builder edit() {
    return WorkGroup.builder().from(group);
  }

  private List<School> schools() {
    return group.schools().orElse(ImmutableList.of());
  }

  private static int place(String of) {
    return Integer.parseInt(of.substring(SCHOOL.length())) - 1;
  }

  private Optional<WorkGroup> changed(Fact fact, Value value) {
    return switch (fact.id()) {
      case "lead-role" ->
          Drafts.word(LeadRole.class, value)
              .map(
                  role ->
                      edit()
                          .lead(new GroupLead(role, group.lead().flatMap(GroupLead::school)))
                          .build());
      case "sessions" -> Drafts.count(value).map(this::sessions);
      case "first-session-at-leads-school" -> Drafts.yesNo(value).map(this::firstSession);
      default ->
          Drafts.answered(group.answers(), fact, value)
              .map(answers -> edit().answers(answers).build());
    };
  }

  private WorkGroup sessions(int count) {
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
    return edit().sessions(ImmutableList.copyOf(planned)).build();
  }

  /** Somebody has to lead the group for the school to be theirs; the role is made up then. */
  private WorkGroup firstSession(boolean atLeadsSchool) {
    GroupLead lead = group.lead().orElse(new GroupLead(LeadRole.LOCAL_LEADER, Optional.empty()));
    int own = lead.school().orElse(FIRST_URN);
    int host = atLeadsSchool ? own : own + 1;
    List<Session> planned = new ArrayList<>(group.sessions().orElse(ImmutableList.of()));
    Session first = new Session(1, Optional.of(host), Optional.empty());
    int at =
        IntStream.range(0, planned.size())
            .filter(i -> planned.get(i).number() == 1)
            .findFirst()
            .orElse(-1);
    if (at < 0) {
      planned.add(0, first);
    } else {
      planned.set(at, first);
    }
    return edit()
        .lead(new GroupLead(lead.role(), Optional.of(own)))
        .sessions(ImmutableList.copyOf(planned))
        .build();
  }

  private Optional<WorkGroup> school(String of, Fact fact, Value value) {
    List<School> schools = new ArrayList<>(schools());
    return Drafts.school(schools.get(place(of)), fact, value)
        .map(
            school -> {
              schools.set(place(of), school);
              return edit().schools(ImmutableList.copyOf(schools)).build();
            });
  }

  @Override
  public ImmutableList<Resized> resized(Members members, int size) {
    if (members != Members.SCHOOLS) {
      return ImmutableList.of();
    }
    return Drafts.resized(
        schools(),
        size,
        number -> School.builder().urn(unused(number)).build(),
        schools -> new WorkGroupDraft(edit().schools(schools).build()));
  }

  /** A number that no school of the group has. */
  private int unused(int number) {
    return IntStream.iterate(FIRST_URN, urn -> urn + 1)
        .filter(urn -> schools().stream().noneMatch(school -> school.urn() == urn))
        .skip(number)
        .findFirst()
        .orElseThrow();
  }
}
