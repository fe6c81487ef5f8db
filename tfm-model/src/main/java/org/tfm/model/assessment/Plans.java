package org.tfm.model.assessment;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Requirement;

/**
 * The plans by which documents are assessed on the same terms, each made when first needed.
 *
 * <p>A requirement has one line in all the terms that one policy has for different kinds of school,
 * so that what is kept grows with the policy and not with the kinds. Thread-safe.
 */
final class Plans {

  private final List<OfRequirement> lines;
  // Written without a lock: whoever comes second makes the same plan again.
  private @Nullable Plan ofApplication;
  private @Nullable Plan ofGroup;
  private @Nullable Plan ofProgress;

  private record OfRequirement(Requirement term, Line<Finding> line) {}

  private Plans(List<OfRequirement> lines) {
    this.lines = lines;
  }

  Plans() {
    this(new CopyOnWriteArrayList<>());
  }

  /** Plans for other terms of the same policy. */
  Plans forOthers() {
    return new Plans(lines);
  }

  private Line<Finding> line(Requirement term) {
    for (OfRequirement one : lines) {
      if (one.term.id().equals(term.id()) && one.term.equals(term)) {
        return one.line;
      }
    }
    Line<Finding> line = Line.of(term);
    lines.add(new OfRequirement(term, line));
    return line;
  }

  Plan ofApplication(Terms terms) {
    Plan plan = ofApplication;
    if (plan == null) {
      plan = new Plan(terms, Terms.OF_APPLICATION, entitlement -> true, this::line);
      ofApplication = plan;
    }
    return plan;
  }

  /** Of the entitlements, those that are a group's. */
  Plan ofGroup(Terms terms) {
    Plan plan = ofGroup;
    if (plan == null) {
      plan =
          new Plan(
              terms,
              Terms.OF_GROUP,
              entitlement -> entitlement.unit().equals(Optional.of(PayUnit.WORK_GROUP)),
              this::line);
      ofGroup = plan;
    }
    return plan;
  }

  /** No entitlements: they are a matter of the application. */
  Plan ofProgress(Terms terms) {
    Plan plan = ofProgress;
    if (plan == null) {
      plan = new Plan(terms, Terms.OF_PROGRESS, entitlement -> false, this::line);
      ofProgress = plan;
    }
    return plan;
  }
}
