package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.ReleaseTime;

/** What happened in a year. */
record ProgressEvidence(Progress progress) implements Evidence {

  @Override
  public String describes() {
    return "";
  }

  @Override
  public Optional<Value> find(Fact fact) {
    return switch (fact.id()) {
      case "release-taken" -> progress.releaseDays().map(ReleaseTime::days).map(Value.Quantity::of);
      case "workshops-attended" -> progress.workshopsAttended().map(Value.Quantity::of);
      case "visits" -> progress.visits().map(Value.Quantity::of);
      case "visit-half-days" -> progress.visitHalfDays().map(Value.Quantity::of);
      default -> new SchoolEvidence(progress.school(), progress.answers(), "").find(fact);
    };
  }

  @Override
  public ImmutableList<Evidence> members(Members members) {
    return ImmutableList.of();
  }
}
