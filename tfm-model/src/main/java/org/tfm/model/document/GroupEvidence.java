package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.school.School;

/** What is known of a work group. */
record GroupEvidence(WorkGroup group) implements Evidence {

  @Override
  public String describes() {
    return "";
  }

  @Override
  public Optional<Value> find(Fact fact) {
    return switch (fact.id()) {
      case "schools" ->
          group
              .schools()
              .map(
                  schools ->
                      Value.Quantity.of(schools.stream().map(School::urn).distinct().count()));
      case "lead-role" -> group.lead().map(lead -> Value.Words.of(lead.role()));
      case "sessions" -> group.sessions().map(list -> Value.Quantity.of(list.size()));
      case "first-session-at-leads-school" -> firstSessionAtLeadsSchool();
      default -> fact.isAnswer() ? group.answers().find(fact) : Optional.empty();
    };
  }

  private Optional<Value> firstSessionAtLeadsSchool() {
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

  @Override
  public ImmutableList<Evidence> members(Members members) {
    if (members != Members.SCHOOLS) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Evidence> each = ImmutableList.builder();
    int number = 1;
    for (School school : group.schools().orElse(ImmutableList.of())) {
      each.add(new SchoolEvidence(school, Answers.none(), "school " + number++));
    }
    return each.build();
  }
}
