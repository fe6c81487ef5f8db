package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;

/**
 * What a document says, or what it says of one member of its list.
 *
 * <p>An application without the day on which it was handed in is a draft: to the people it names,
 * more may be added up to the number that the policy asks for. Once it has been handed in, that
 * list is closed. Immutable and thread-safe.
 */
public final class DocumentEvidence implements Evidence {

  private final Said<?> said;
  private final String describes;
  private final boolean mayGrow;
  private final boolean handedIn;
  // Written without a lock: whoever comes second makes an equal list.
  private @Nullable ImmutableList<Evidence> list;

  private DocumentEvidence(Said<?> said, String describes, boolean mayGrow, boolean handedIn) {
    this.said = said;
    this.describes = describes;
    this.mayGrow = mayGrow;
    this.handedIn = handedIn;
  }

  /** A document or a member, with the places of its facts. */
  private record Said<D>(DocumentSort<D> sort, D document) {

    Optional<Value> find(Fact fact, boolean mayGrow, boolean handedIn) {
      Optional<Value> value = sort.read(document, fact);
      if (mayGrow
          && sort.grows(fact)
          && value.isPresent()
          && value.get() instanceof Value.Quantity number) {
        return Optional.of(new Value.Quantity(number.amount(), true));
      }
      boolean namesNobody =
          handedIn
              && value.isEmpty()
              && sort.list().isPresent()
              && sort.list().get().isCountedBy(fact);
      return namesNobody ? Optional.of(Value.Quantity.of(0)) : value;
    }

    boolean isListOf(Members members) {
      return sort.list().isPresent() && sort.list().get().members() == members;
    }

    boolean wasHandedIn() {
      return document instanceof Application application && application.submittedOn().isPresent();
    }

    ImmutableList<Evidence> members(boolean handedIn) {
      return members(sort.list().orElseThrow(), handedIn);
    }

    private <M> ImmutableList<Evidence> members(
        DocumentSort.MemberList<D, M> list, boolean handedIn) {
      ImmutableList<M> all = list.read().apply(document);
      ImmutableList.Builder<Evidence> each = ImmutableList.builderWithExpectedSize(all.size());
      for (int i = 0; i < all.size(); i++) {
        each.add(
            new DocumentEvidence(
                new Said<>(list.sort(), all.get(i)),
                list.members().numbered(i + 1),
                false,
                handedIn));
      }
      return each.build();
    }
  }

  /**
   * What the document says, fact by fact, where the policy does not say how many people it asks.
   */
  public static Evidence of(Document document) {
    requireNonNull(document, "document");
    return of(document, 0);
  }

  /**
   * What the document says, fact by fact.
   *
   * @param peopleAsked how many people the policy asks an application for; 0 if it does not say
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
    boolean mayGrow =
        document instanceof Application application
            && application.submittedOn().isEmpty()
            && LeadParticipants.areFewerThan(peopleAsked, application);
    return new DocumentEvidence(new Said<>(sort, document), "", mayGrow, false);
  }

  @Override
  public Optional<Value> find(Fact fact) {
    return said.find(fact, mayGrow, handedIn);
  }

  @Override
  public ImmutableList<Evidence> members(Members members) {
    if (!said.isListOf(members)) {
      return ImmutableList.of();
    }
    ImmutableList<Evidence> known = list;
    if (known == null) {
      known = said.members(handedIn);
      list = known;
    }
    return known;
  }

  @Override
  public boolean mayGrow(Members members) {
    return mayGrow && said.isListOf(members);
  }

  @Override
  public boolean isHandedIn() {
    return handedIn;
  }

  @Override
  public Evidence forWhatIsHandedIn() {
    return !handedIn && said.wasHandedIn()
        ? new DocumentEvidence(said, describes, false, true)
        : this;
  }

  @Override
  public String describes() {
    return describes;
  }

  /** Whom it is about; never what it says. */
  @Override
  public String toString() {
    return "evidence" + (describes.isEmpty() ? "" : " on " + describes);
  }
}
