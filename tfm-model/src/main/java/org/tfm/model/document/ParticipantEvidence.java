package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.ReleaseTime;

/** What is known of a lead participant. */
record ParticipantEvidence(LeadParticipant person, String describes) implements Evidence {

  private static final ImmutableList<Role> ROLES = ImmutableList.copyOf(Role.values());

  @Override
  public Optional<Value> find(Fact fact) {
    return switch (fact.id()) {
      case "trn" -> person.trn().map(trn -> new Value.Given());
      case "roles" -> person.roles().map(ParticipantEvidence::words);
      case "years-teaching" -> person.yearsTeaching().map(Value.Quantity::of);
      case "release-days" -> person.releaseDays().map(ReleaseTime::days).map(Value.Quantity::of);
      default -> Optional.empty();
    };
  }

  private static Value words(Set<Role> roles) {
    ImmutableSet.Builder<String> words = ImmutableSet.builderWithExpectedSize(roles.size());
    for (Role role : ROLES) {
      if (roles.contains(role)) {
        words.add(role.name());
      }
    }
    return new Value.Words(words.build());
  }

  @Override
  public ImmutableList<Evidence> members(Members members) {
    return ImmutableList.of();
  }
}
