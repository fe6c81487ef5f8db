package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.ProvisionType;
import org.tfm.model.school.School;

/** What is known of a school. */
record SchoolEvidence(School school, Answers answers, String describes) implements Evidence {

  @Override
  public Optional<Value> find(Fact fact) {
    return switch (fact.id()) {
      case "phase" -> school.phase().map(Value.Words::of);
      case "establishment-type" -> school.establishmentType().map(Value.Words::of);
      case "country" -> school.country().map(Value.Words::of);
      case "special" -> is(ProvisionType.SPECIAL);
      case "mainstream" -> is(ProvisionType.MAINSTREAM);
      case "state-funded" -> stateFunded(fact);
      default -> fact.isAnswer() ? answers.find(fact) : Optional.empty();
    };
  }

  private Optional<Value> is(ProvisionType provision) {
    return school
        .establishmentType()
        .map(type -> new Value.YesNo(type.provision() == provision, name(type)));
  }

  private Optional<Value> stateFunded(Fact fact) {
    Optional<Value> byType =
        school
            .establishmentType()
            .filter(type -> type.funding() != Funding.NOT_SAID)
            .map(type -> new Value.YesNo(type.funding() == Funding.STATE, name(type)));
    return byType.isPresent() ? byType : answers.find(fact);
  }

  private static String name(EstablishmentType type) {
    return Value.Words.of(type).text(Facts.ESTABLISHMENT_TYPE);
  }

  @Override
  public ImmutableList<Evidence> members(Members members) {
    return ImmutableList.of();
  }
}
