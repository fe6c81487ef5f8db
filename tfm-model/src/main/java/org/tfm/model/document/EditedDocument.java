package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.style.Internal;

/**
 * A document with edited values, for searches.
 *
 * <p>A value is written where a person would write it, so that all derived values change with it.
 * Texts and reference numbers may be made up for a trial; a document with such a value is never
 * shown or kept. Immutable.
 *
 * @hidden
 */
@Internal
public final class EditedDocument {

  /** In a longer list, only members at the end are removed. */
  private static final int MOST_TRIED = 12;

  private final Of<?> document;
  // Written without a lock: threads that race create equal evidence.
  private @Nullable Evidence evidence;

  private EditedDocument(Of<?> document) {
    this.document = document;
  }

  /** A document of one type: as it was given, and as it was edited. */
  private record Of<D extends Document>(DocumentSort<D> sort, D known, D edited, int peopleAsked) {

    Evidence evidence() {
      return DocumentEvidence.of(sort, edited, peopleAsked);
    }

    int members() {
      return sort.size(edited);
    }

    Fact location(String of, Fact fact) {
      return of.isEmpty() ? sort.location(edited, fact) : location(sort.listOf(of), of, fact);
    }

    private Fact location(DocumentSort.MemberList<D, ?> list, String of, Fact fact) {
      return list.location(edited, list.index(edited, of), fact);
    }

    Optional<EditedDocument> with(FactLocation location, Value value, Optional<String> text) {
      Fact fact = location.fact();
      if (isFixed(location)) {
        return Optional.empty();
      }
      try {
        return (location.of().isEmpty()
                ? sort.write(edited, fact, value, text)
                : write(sort.listOf(location.of()), location, value, text))
            .map(this::with);
      } catch (IllegalArgumentException | ArithmeticException e) {
        // The document rejects the value, or the value contradicts another.
        return Optional.empty();
      }
    }

    private Optional<D> write(
        DocumentSort.MemberList<D, ?> list,
        FactLocation location,
        Value value,
        Optional<String> text) {
      int index = list.index(edited, location.of());
      return list.write(edited, index, location.fact(), value, text);
    }

    boolean isFixed(FactLocation location) {
      Fact fact = location.fact();
      return location.of().isEmpty()
          ? fact.fixed()
              && sort.keepsFixedFacts()
              && !isOfOwnYear(fact)
              && sort.read(known, fact).isPresent()
          : isFixed(sort.listOf(location.of()), location);
    }

    /** Whether it is about work groups in the year applied for, which the school can still join. */
    private boolean isOfOwnYear(Fact fact) {
      return fact.id().equals(Facts.participationIn(edited.offering().year()).id());
    }

    private boolean isFixed(DocumentSort.MemberList<D, ?> list, FactLocation location) {
      return list.isFixed(edited, list.index(edited, location.of()), location.fact());
    }

    /** Writes values into members all at once, because each change copies the list. */
    Optional<EditedDocument> with(Map<FactLocation, Value> values) {
      try {
        Optional<D> changed = Optional.of(edited);
        for (DocumentSort.MemberList<D, ?> list : sort.lists()) {
          List<DocumentSort.OfMember> ofList = new ArrayList<>();
          values.forEach(
              (location, value) -> {
                if (list.members().number(location.of()) > 0) {
                  int index = list.index(edited, location.of());
                  ofList.add(new DocumentSort.OfMember(index, location.fact(), value));
                }
              });
          if (!ofList.isEmpty()) {
            changed = changed.flatMap(document -> list.write(document, ofList));
          }
        }
        return changed.map(this::with);
      } catch (IllegalArgumentException | ArithmeticException e) {
        // A member rejects the value, or the values contradict each other.
        return Optional.empty();
      }
    }

    EditedDocument resized(Members members, List<Integer> kept, int size) {
      return with(sort.list(members).orElseThrow().resized(edited, kept, size));
    }

    private EditedDocument with(D changed) {
      return new EditedDocument(new Of<>(sort, known, changed, peopleAsked));
    }
  }

  /**
   * Returns the document without edits.
   *
   * @param peopleAsked the number of people that the policy asks for; 0 if not stated
   */
  public static EditedDocument of(Document document, int peopleAsked) {
    if (document instanceof Application application) {
      return of(DocumentSort.APPLICATION, application, peopleAsked);
    }
    return document instanceof WorkGroup group
        ? of(DocumentSort.GROUP, group, peopleAsked)
        : of(DocumentSort.PROGRESS, (Progress) document, peopleAsked);
  }

  private static <D extends Document> EditedDocument of(
      DocumentSort<D> sort, D document, int peopleAsked) {
    return new EditedDocument(new Of<>(sort, document, document, peopleAsked));
  }

  /** The document with its edits. */
  public Document document() {
    return document.edited();
  }

  /** The number of people, schools and sessions in its lists. */
  public int members() {
    return document.members();
  }

  /** The evidence in the document. */
  public Evidence evidence() {
    Evidence known = evidence;
    if (known == null) {
      known = document.evidence();
      evidence = known;
    }
    return known;
  }

  /**
   * Returns the evidence about a member, or about the whole document if the name is empty; absent
   * if there is no such member.
   */
  public Optional<Evidence> evidence(String of) {
    return of.isEmpty()
        ? Optional.of(evidence())
        : document.sort().lists().stream()
            .flatMap(list -> evidence().members(list.members()).stream())
            .filter(member -> member.describes().equals(of))
            .findFirst();
  }

  /** Returns the location of a fact; facts that are derived from the same value share it. */
  public FactLocation location(String of, Fact fact) {
    return new FactLocation(of, document.location(of, fact));
  }

  /** Returns the location of a list. */
  public FactLocation list(Members members) {
    return location("", Facts.counting(members));
  }

  /** Returns the list whose length the fact is; empty if there is none. */
  public Optional<Members> countedBy(Fact fact) {
    return document.sort().lists().stream()
        .filter(list -> list.isCountedBy(fact))
        .<Members>map(list -> list.members())
        .findFirst();
  }

  /**
   * Returns the document with another value.
   *
   * @return empty if the value is fixed, if the document has no place for it, or if it contradicts
   *     another value
   */
  public Optional<EditedDocument> with(FactLocation location, Value value) {
    return document.with(location, value, Optional.empty());
  }

  /**
   * Returns the document with other values, those of members first.
   *
   * @return empty as for a single value
   */
  public Optional<EditedDocument> with(Map<FactLocation, Value> values) {
    Map<FactLocation, Value> ofMembers = new LinkedHashMap<>();
    for (Map.Entry<FactLocation, Value> one : values.entrySet()) {
      FactLocation location = one.getKey();
      if (!location.of().isEmpty()) {
        if (document.isFixed(location)) {
          return Optional.empty();
        }
        ofMembers.put(location, one.getValue());
      }
    }
    Optional<EditedDocument> changed =
        ofMembers.isEmpty() ? Optional.of(this) : document.with(ofMembers);
    for (Map.Entry<FactLocation, Value> one : values.entrySet()) {
      if (one.getKey().of().isEmpty()) {
        changed = changed.flatMap(edited -> edited.with(one.getKey(), one.getValue()));
      }
    }
    return changed;
  }

  /**
   * Returns the document with another text.
   *
   * @return empty if the text is fixed, or if the document has no place for it
   */
  public Optional<EditedDocument> with(FactLocation location, String text) {
    return document.with(location, new Value.Given(), Optional.of(text));
  }

  /**
   * A document with more or fewer members.
   *
   * @param document the document
   * @param kept the indexes of the former members that it keeps
   * @hidden
   */
  @Internal
  public record Resized(EditedDocument document, ImmutableList<Integer> kept) {}

  /**
   * Returns the documents with a number of members: unknown members are added at the end, or any
   * members are removed.
   *
   * @return an empty list if the document has no such list of members
   */
  public ImmutableList<Resized> resized(Members members, int size) {
    if (document.sort().list(members).isEmpty()) {
      return ImmutableList.of();
    }
    return kept(evidence().members(members).size(), size).stream()
        .map(kept -> new Resized(document.resized(members, kept, size), kept))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the possible sets of members to keep: the first, or any. */
  private static List<ImmutableList<Integer>> kept(int members, int size) {
    if (size >= members || members > MOST_TRIED) {
      return List.of(firstly(Math.min(size, members)));
    }
    return Sets.combinations(ImmutableSet.copyOf(firstly(members)), size).stream()
        .map(kept -> kept.stream().sorted().collect(ImmutableList.toImmutableList()))
        .toList();
  }

  private static ImmutableList<Integer> firstly(int count) {
    return IntStream.range(0, count).boxed().collect(ImmutableList.toImmutableList());
  }
}
