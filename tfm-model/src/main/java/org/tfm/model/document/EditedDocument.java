package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.style.Internal;

/**
 * A document in which values can be put in the place of others.
 *
 * <p>Every value is put where a person would put it, so that all that is worked out from it changes
 * too. Texts and reference numbers that are only tried out are made up; a document with such a
 * value is never shown or kept. Immutable.
 *
 * @hidden
 */
@Internal
public final class EditedDocument {

  /** Beyond this many members, only the last ones are tried without. */
  private static final int MOST_TRIED = 12;

  private final Of<?> document;

  private EditedDocument(Of<?> document) {
    this.document = document;
  }

  /** A document of one sort: as it is known for sure, and with other values. */
  private record Of<D extends Document>(DocumentSort<D> sort, D known, D edited, int peopleAsked) {

    Evidence evidence() {
      return DocumentEvidence.of(sort, edited, peopleAsked);
    }

    Fact location(String of, Fact fact) {
      return of.isEmpty()
          ? sort.location(edited, fact)
          : sort.list().orElseThrow().location(edited, index(of), fact);
    }

    Optional<EditedDocument> with(FactLocation location, Value value, Optional<String> text) {
      Fact fact = location.fact();
      if (fact.fixed() && sort.keepsFixedFacts() && sort.read(known, fact).isPresent()) {
        return Optional.empty();
      }
      try {
        return (location.of().isEmpty()
                ? sort.write(edited, fact, value, text)
                : sort.list().orElseThrow().write(edited, index(location.of()), fact, value, text))
            .map(this::with);
      } catch (IllegalArgumentException | ArithmeticException e) {
        // The document refuses the value, or it contradicts another.
        return Optional.empty();
      }
    }

    EditedDocument resized(List<Integer> kept, int size) {
      return with(sort.list().orElseThrow().resized(edited, kept, size));
    }

    private EditedDocument with(D changed) {
      return new EditedDocument(new Of<>(sort, known, changed, peopleAsked));
    }

    private int index(String of) {
      return IntStream.range(0, evidence().members(sort.list().orElseThrow().members()).size())
          .filter(i -> sort.list().orElseThrow().members().numbered(i + 1).equals(of))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * The document as it is.
   *
   * @param peopleAsked how many people the policy asks an application for; 0 if it does not say
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

  /** The document with all that was put into it. */
  public Document document() {
    return document.edited();
  }

  /** The document as evidence. */
  public Evidence evidence() {
    return document.evidence();
  }

  /** The evidence on whom a location is about; absent if there is no such member. */
  public Optional<Evidence> evidence(String of) {
    return of.isEmpty()
        ? Optional.of(evidence())
        : document.sort().list().stream()
            .flatMap(list -> evidence().members(list.members()).stream())
            .filter(member -> member.describes().equals(of))
            .findFirst();
  }

  /** The location of the value of a fact; facts that follow from one value share it. */
  public FactLocation location(String of, Fact fact) {
    return new FactLocation(of, document.location(of, fact));
  }

  /** The location at which the members of a list are named. */
  public FactLocation list(Members members) {
    return location("", Facts.counting(members));
  }

  /** The list whose members a fact counts; empty if it counts none. */
  public Optional<Members> countedBy(Fact fact) {
    return document
        .sort()
        .list()
        .filter(list -> list.isCountedBy(fact))
        .map(list -> list.members());
  }

  /**
   * The document with another value.
   *
   * @return empty if nobody can change what stands there, if the document can say no such thing, or
   *     if it would contradict itself
   */
  public Optional<EditedDocument> with(FactLocation location, Value value) {
    return document.with(location, value, Optional.empty());
  }

  /**
   * The document with this text.
   *
   * @return empty if nobody can change what stands there, or if the document has no such text
   */
  public Optional<EditedDocument> with(FactLocation location, String text) {
    return document.with(location, new Value.Given(), Optional.of(text));
  }

  /**
   * A document with more or fewer members.
   *
   * @param document the document
   * @param kept which of the members there were are still there, counted from 0
   * @hidden
   */
  @Internal
  public record Resized(EditedDocument document, ImmutableList<Integer> kept) {}

  /**
   * The documents with this many members: new ones of whom nothing is known are added at the end,
   * or any of those there are left out.
   *
   * @return none if the document has no such list
   */
  public ImmutableList<Resized> resized(Members members, int size) {
    if (document.sort().list().map(list -> list.members() != members).orElse(true)) {
      return ImmutableList.of();
    }
    return kept(evidence().members(members).size(), size).stream()
        .map(kept -> new Resized(document.resized(kept, size), kept))
        .collect(ImmutableList.toImmutableList());
  }

  /** Which members a list of this size can keep: the first, or any. */
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
