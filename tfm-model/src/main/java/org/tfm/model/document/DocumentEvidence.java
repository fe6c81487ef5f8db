package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;

/**
 * The evidence in a document, or in one member of its list.
 *
 * <p>An application without a day of submission is a draft: people may still be added, up to the
 * number that the policy asks for. Submission closes the list. Immutable and thread-safe.
 *
 * @param <D> the type of the document or member
 */
public final class DocumentEvidence<D> implements Evidence {

  private final DocumentSort<D> sort;
  private final D document;
  private final Function<D, Optional<Integer>> number;
  private final String describes;
  private final int mostAdded;
  private final boolean handedIn;
  // Written without a lock: threads that race create equal lists.
  private @Nullable KnownList known;

  /** A list that was asked for, and those that were asked for before it. */
  private record KnownList(
      Members members, ImmutableList<Evidence> list, @Nullable KnownList before) {}

  private DocumentEvidence(
      DocumentSort<D> sort,
      D document,
      Function<D, Optional<Integer>> number,
      String describes,
      int mostAdded,
      boolean handedIn) {
    this.sort = sort;
    this.document = document;
    this.number = number;
    this.describes = describes;
    this.mostAdded = mostAdded;
    this.handedIn = handedIn;
  }

  /** Returns the evidence in a document, for a policy without a number of people. */
  public static Evidence of(Document document) {
    requireNonNull(document, "document");
    return of(document, 0);
  }

  /**
   * Returns the evidence in a document.
   *
   * @param peopleAsked the number of people that the policy asks for; 0 if not stated
   */
  public static Evidence of(Document document, int peopleAsked) {
    requireNonNull(document, "document");
    if (document instanceof Application application) {
      return of(DocumentSort.APPLICATION, application, peopleAsked);
    }
    return document instanceof WorkGroup group
        ? of(DocumentSort.GROUP, group, peopleAsked)
        : of(DocumentSort.PROGRESS, (Progress) document, peopleAsked);
  }

  static <D> Evidence of(DocumentSort<D> sort, D document, int peopleAsked) {
    int mostAdded =
        peopleAsked > 1
                && document instanceof Application application
                && application.submittedOn().isEmpty()
            ? LeadParticipants.missing(peopleAsked, application)
            : 0;
    return new DocumentEvidence<>(sort, document, any -> Optional.empty(), "", mostAdded, false);
  }

  @Override
  public Optional<Value> find(Fact fact) {
    Optional<Value> value = sort.read(document, fact);
    if (mostAdded > 0
        && value.isPresent()
        && value.get() instanceof Value.Quantity number
        && sort.grows(fact)) {
      return Optional.of(new Value.Quantity(number.amount(), true));
    }
    boolean namesNobody = handedIn && value.isEmpty() && sort.isCount(fact);
    return namesNobody ? SharedValues.number(0) : value;
  }

  /** Whether the fact is given; a sum without any given part is not. */
  @Override
  public boolean isGiven(Fact fact) {
    Optional<Value> value = find(fact);
    return value.isPresent()
        && !(value.get() instanceof Value.Quantity number
            && number.open()
            && number.amount().signum() == 0);
  }

  @Override
  public ImmutableList<Evidence> members(Members members) {
    for (KnownList one = known; one != null; one = one.before()) {
      if (one.members() == members) {
        return one.list();
      }
    }
    Optional<DocumentSort.MemberList<D, ?>> of = sort.list(members);
    if (of.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList<Evidence> list = members(of.get());
    known = new KnownList(members, list, known);
    return list;
  }

  private <M> ImmutableList<Evidence> members(DocumentSort.MemberList<D, M> of) {
    ImmutableList<M> all = of.read().apply(document);
    if (all.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Evidence> each = ImmutableList.builderWithExpectedSize(all.size());
    for (int i = 0; i < all.size(); i++) {
      each.add(
          new DocumentEvidence<>(
              of.sort(),
              of.seen().apply(document, all.get(i)),
              of.number(),
              of.name(all, i),
              0,
              handedIn));
    }
    return each.build();
  }

  @Override
  public int mostAdded(Members members) {
    return mostAdded > 0 && sort.list(members).isPresent() ? mostAdded : 0;
  }

  @Override
  public Optional<Object> identity() {
    return number.apply(document).map(own -> own);
  }

  @Override
  public boolean isHandedIn() {
    return handedIn;
  }

  @Override
  public Evidence forWhatIsHandedIn() {
    boolean wasHandedIn =
        document instanceof Application application && application.submittedOn().isPresent();
    return wasHandedIn && !handedIn
        ? new DocumentEvidence<>(sort, document, number, describes, 0, true)
        : this;
  }

  @Override
  public String describes() {
    return describes;
  }

  /** The subject of the evidence, without its values. */
  @Override
  public String toString() {
    return "evidence" + (describes.isEmpty() ? "" : " on " + describes);
  }
}
