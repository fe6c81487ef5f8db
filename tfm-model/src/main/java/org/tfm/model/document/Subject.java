package org.tfm.model.document;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.OverMembers;
import org.tfm.model.style.Internal;

/**
 * The subject of a criterion: a type of document, or a member of one of its lists.
 *
 * <p>The {@linkplain Facts table of facts} defines the subjects that have a place for a fact.
 *
 * @hidden
 */
@Internal
public final class Subject {

  /** An application and its school. */
  public static final Subject APPLICATION = new Subject(DocumentSort.APPLICATION);

  /** A work group. */
  public static final Subject GROUP = new Subject(DocumentSort.GROUP);

  /** The progress of a year and its school. */
  public static final Subject PROGRESS = new Subject(DocumentSort.PROGRESS);

  /**
   * A part of a criterion that its subject can never answer.
   *
   * @param asked the subject
   * @param part a leaf with a fact that the subject has no place for, or a criterion over members
   *     of a list that the subject does not have
   * @hidden
   */
  @Internal
  public record Unanswerable(Subject asked, Criterion part) {}

  private final DocumentSort<?> sort;
  private final ImmutableMap<Members, Subject> members;

  private Subject(DocumentSort<?> sort) {
    this.sort = sort;
    ImmutableMap.Builder<Members, Subject> each = ImmutableMap.builder();
    sort.lists().forEach(list -> each.put(list.members(), new Subject(list.sort())));
    this.members = each.buildOrThrow();
  }

  /** Returns the subject for a document. */
  public static Subject of(Document document) {
    if (document instanceof Application) {
      return APPLICATION;
    }
    return document instanceof WorkGroup ? GROUP : PROGRESS;
  }

  /** Whether the subject has a place for the fact. */
  public boolean hasPlaceFor(Fact fact) {
    return sort.hasPlaceFor(fact);
  }

  /** The lists of people, schools or sessions; empty if the subject has none. */
  public ImmutableSet<Members> lists() {
    return members.keySet();
  }

  /** Returns the subject for the members of a list; empty if the subject has no such list. */
  public Optional<Subject> each(Members list) {
    return Optional.ofNullable(members.get(list));
  }

  /** Whether the subject can answer the whole criterion. */
  public boolean canAnswer(Criterion criterion) {
    return findUnanswerable(criterion).isEmpty();
  }

  /** Returns the first part of the criterion that the subject can never answer, if any. */
  public Optional<Unanswerable> findUnanswerable(Criterion criterion) {
    if (criterion instanceof OverMembers walk) {
      Optional<Subject> member = each(walk.members());
      return member.isPresent()
          ? member.get().findUnanswerable(walk.ofEach())
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
