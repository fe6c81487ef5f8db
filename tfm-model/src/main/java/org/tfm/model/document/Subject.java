package org.tfm.model.document;

import java.util.Optional;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.style.Internal;

/**
 * What a criterion can be asked about: a sort of document, or a member of its list.
 *
 * <p>Only {@linkplain Facts the table of facts} says which of them has a place for a fact.
 *
 * @hidden
 */
@Internal
public final class Subject {

  /** An application, and the school that applies. */
  public static final Subject APPLICATION = new Subject(DocumentSort.APPLICATION);

  /** A work group. */
  public static final Subject GROUP = new Subject(DocumentSort.GROUP);

  /** A year's progress, and the school that made it. */
  public static final Subject PROGRESS = new Subject(DocumentSort.PROGRESS);

  /**
   * A part of a criterion that asks what its subject can never say.
   *
   * @param asked the subject
   * @param part a leaf with a fact that has no place there, or a walk over a list that is not there
   * @hidden
   */
  @Internal
  public record Unanswerable(Subject asked, Criterion part) {}

  private final DocumentSort<?> sort;
  private final Optional<Subject> member;

  private Subject(DocumentSort<?> sort) {
    this.sort = sort;
    this.member = sort.list().map(list -> new Subject(list.sort()));
  }

  /** The sort of this document. */
  public static Subject of(Document document) {
    if (document instanceof Application) {
      return APPLICATION;
    }
    return document instanceof WorkGroup ? GROUP : PROGRESS;
  }

  /** Whether the fact has a place here, so that somebody can say it. */
  public boolean hasPlaceFor(Fact fact) {
    return sort.places().containsKey(fact.id()) || (sort.answers().isPresent() && fact.isAnswer());
  }

  /** The list of people or schools that this has. */
  public Optional<Members> list() {
    return sort.list().map(DocumentSort.MemberList::members);
  }

  /** A member of the list; empty if this has no such list. */
  public Optional<Subject> each(Members members) {
    return member.filter(any -> list().equals(Optional.of(members)));
  }

  /** Whether this can answer all that the criterion asks. */
  public boolean canAnswer(Criterion criterion) {
    return findUnanswerable(criterion).isEmpty();
  }

  /** The first part of the criterion that this can never answer; empty if it can answer all. */
  public Optional<Unanswerable> findUnanswerable(Criterion criterion) {
    if (criterion instanceof ForMembers walk) {
      Optional<Subject> member = each(walk.members());
      return member.isPresent()
          ? member.get().findUnanswerable(walk.criterion())
          : Optional.of(new Unanswerable(this, criterion));
    }
    return criterion.children().isEmpty()
        ? Optional.of(criterion)
            .filter(leaf -> !leaf.facts().stream().allMatch(this::hasPlaceFor))
            .map(leaf -> new Unanswerable(this, leaf))
        : criterion.children().stream()
            .flatMap(child -> findUnanswerable(child).stream())
            .findFirst();
  }
}
