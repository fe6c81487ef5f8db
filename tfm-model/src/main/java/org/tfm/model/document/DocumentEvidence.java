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
 * <p>Immutable and thread-safe.
 */
public final class DocumentEvidence implements Evidence {

  private final Said<?> said;
  private final String describes;
  // Written without a lock: whoever comes second makes an equal list.
  private @Nullable ImmutableList<Evidence> list;

  private DocumentEvidence(Said<?> said, String describes) {
    this.said = said;
    this.describes = describes;
  }

  /** A document or a member, with the places of its facts. */
  private record Said<D>(DocumentSort<D> sort, D document) {

    Optional<Value> find(Fact fact) {
      return sort.read(document, fact);
    }

    boolean isListOf(Members members) {
      return sort.list().isPresent() && sort.list().get().members() == members;
    }

    ImmutableList<Evidence> members() {
      return members(sort.list().orElseThrow());
    }

    private <M> ImmutableList<Evidence> members(DocumentSort.MemberList<D, M> list) {
      ImmutableList<M> all = list.read().apply(document);
      ImmutableList.Builder<Evidence> each = ImmutableList.builderWithExpectedSize(all.size());
      for (int i = 0; i < all.size(); i++) {
        each.add(
            new DocumentEvidence(
                new Said<>(list.sort(), all.get(i)), list.members().numbered(i + 1)));
      }
      return each.build();
    }
  }

  /** What the document says, fact by fact. */
  public static Evidence of(Document document) {
    requireNonNull(document, "document");
    if (document instanceof Application application) {
      return of(DocumentSort.APPLICATION, application);
    }
    return document instanceof WorkGroup group
        ? of(DocumentSort.GROUP, group)
        : of(DocumentSort.PROGRESS, (Progress) document);
  }

  static <D> Evidence of(DocumentSort<D> sort, D document) {
    return new DocumentEvidence(new Said<>(sort, document), "");
  }

  @Override
  public Optional<Value> find(Fact fact) {
    return said.find(fact);
  }

  @Override
  public ImmutableList<Evidence> members(Members members) {
    if (!said.isListOf(members)) {
      return ImmutableList.of();
    }
    ImmutableList<Evidence> known = list;
    if (known == null) {
      known = said.members();
      list = known;
    }
    return known;
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
