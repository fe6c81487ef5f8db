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
 * A document in which other values can be tried out.
 *
 * <p>Every value is put where a person would put it, so that all that is worked out from it changes
 * too. Texts and numbers of people that are tried out are made up; a draft is never shown or kept.
 * Immutable.
 *
 * @hidden
 */
@Internal
public final class Draft {

  /** Beyond this many members, only the last ones are tried without. */
  private static final int MOST_TRIED = 12;

  private final Of<?> document;

  private Draft(Of<?> document) {
    this.document = document;
  }

  /** A document of one sort: as it is known for sure, and with what is tried out. */
  private record Of<D>(DocumentSort<D> sort, D known, D tried) {

    Evidence evidence() {
      return DocumentEvidence.of(sort, tried);
    }

    Fact location(String of, Fact fact) {
      return of.isEmpty()
          ? sort.location(tried, fact)
          : sort.list().orElseThrow().location(tried, index(of), fact);
    }

    Optional<Draft> with(FactLocation location, Value value) {
      Fact fact = location.fact();
      if (fact.fixed() && sort.keepsFixedFacts() && sort.read(known, fact).isPresent()) {
        return Optional.empty();
      }
      try {
        return (location.of().isEmpty()
                ? sort.write(tried, fact, value)
                : sort.list().orElseThrow().write(tried, index(location.of()), fact, value))
            .map(this::draft);
      } catch (IllegalArgumentException | ArithmeticException e) {
        // The document refuses the value, or it contradicts another.
        return Optional.empty();
      }
    }

    Draft resized(List<Integer> kept, int size) {
      return draft(sort.list().orElseThrow().resized(tried, kept, size));
    }

    private Draft draft(D changed) {
      return new Draft(new Of<>(sort, known, changed));
    }

    private int index(String of) {
      return IntStream.range(0, evidence().members(sort.list().orElseThrow().members()).size())
          .filter(i -> sort.list().orElseThrow().members().numbered(i + 1).equals(of))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The draft of a document. */
  public static Draft of(Document document) {
    if (document instanceof Application application) {
      return new Draft(new Of<>(DocumentSort.APPLICATION, application, application));
    }
    if (document instanceof WorkGroup group) {
      return new Draft(new Of<>(DocumentSort.GROUP, group, group));
    }
    Progress progress = (Progress) document;
    return new Draft(new Of<>(DocumentSort.PROGRESS, progress, progress));
  }

  /** The draft as evidence. */
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

  /**
   * The draft with another value.
   *
   * @return empty if nobody can change what stands there, if the document can say no such thing, or
   *     if it would contradict itself
   */
  public Optional<Draft> with(FactLocation location, Value value) {
    return document.with(location, value);
  }

  /**
   * A draft with more or fewer members.
   *
   * @param draft the draft
   * @param kept which of the members there were are still there, counted from 0
   * @hidden
   */
  @Internal
  public record Resized(Draft draft, ImmutableList<Integer> kept) {}

  /**
   * The drafts with this many members: new ones of whom nothing is known are added at the end, or
   * any of those there are left out.
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
