package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.style.Internal;

/**
 * A document in which other values can be tried out.
 *
 * <p>Every value is put where a person would put it, so that all that is worked out from it changes
 * too. Texts and numbers of people that are tried out are made up; a draft is never shown or kept.
 * Immutable.
 *
 * @hidden
 */
@Internal
public sealed interface Draft permits ApplicationDraft, WorkGroupDraft, ProgressDraft {

  /** The draft of an application. */
  static Draft of(Application application) {
    return new ApplicationDraft(application, application);
  }

  /** The draft of a work group. */
  static Draft of(WorkGroup group) {
    return new WorkGroupDraft(group);
  }

  /** The draft of a year's progress. */
  static Draft of(Progress progress) {
    return new ProgressDraft(progress, progress);
  }

  /** The draft as evidence. */
  Evidence evidence();

  /** Where the value of a fact stands; facts that follow from one value share its spot. */
  FactLocation spot(String of, Fact fact);

  /**
   * The draft with another value.
   *
   * @return empty if nobody can change what stands there, if the document can say no such thing, or
   *     if it would contradict itself
   */
  Optional<Draft> with(FactLocation spot, Value value);

  /**
   * The drafts with this many members: new ones of whom nothing is known are added at the end, or
   * any of those there are left out.
   *
   * @return none if the document has no such list
   */
  ImmutableList<Resized> resized(Members members, int size);

  /**
   * A draft with more or fewer members.
   *
   * @param draft the draft
   * @param kept which of the members there were are still there, counted from 0
   */
  record Resized(Draft draft, ImmutableList<Integer> kept) {}

  /** The evidence on whom a spot is about; absent if there is no such member. */
  default Optional<Evidence> evidence(String of) {
    return of.isEmpty()
        ? Optional.of(evidence())
        : Arrays.stream(Members.values())
            .flatMap(members -> evidence().members(members).stream())
            .filter(member -> member.describes().equals(of))
            .findFirst();
  }
}
