package org.tfm.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/**
 * Tests the {@linkplain Invariant invariants} of policies on random documents.
 *
 * <pre>{@code
 * PackInvariants.forBook(book).holdFor(offering);
 * }</pre>
 *
 * <p>The documents come from a fixed seed, so every run tries the same ones. Plain JUnit is enough
 * to run the tests, without jqwik. A document that breaks an invariant is shrunk before it is
 * reported. Immutable.
 */
public final class PackInvariants {

  private static final int TRIES = 200;
  private static final long SEED = 2022;

  private final Policy policy;
  private final ProtectedTerms guarded;
  private final int tries;
  private final long seed;

  private PackInvariants(Policy policy, ProtectedTerms guarded, int tries, long seed) {
    this.policy = policy;
    this.guarded = guarded;
    this.tries = tries;
    this.seed = seed;
  }

  static PackInvariants of(Policy policy) {
    return new PackInvariants(policy, ProtectedTerms.none(), TRIES, SEED);
  }

  /** Returns the tests of a book, with 200 documents for each invariant. */
  public static PackInvariants forBook(PolicyBook book) {
    requireNonNull(book, "book");
    return of((Policy) book::terms);
  }

  /**
   * Returns the tests of a pack that may extend the bundled packs and these bases, whose protected
   * terms it must keep. If one of them has the id of a bundled pack, it replaces that pack; the
   * bundled packs are then left out, so all bases must be given.
   *
   * @throws InvalidInputException with all problems of all packs
   */
  public static PackInvariants forPack(PackFiles pack, PackFiles... bases) {
    requireNonNull(pack, "pack");
    return forBook(PackBooks.load(pack, bases)).guarding(bases);
  }

  /**
   * Returns the tests of the pack in a folder, which may extend the bundled packs.
   *
   * @throws InvalidInputException with all problems of the pack
   */
  public static PackInvariants forPack(Path folder) {
    requireNonNull(folder, "folder");
    return forPack(PackFiles.read(folder));
  }

  /**
   * Returns the same tests for packs that must also keep the protected terms of these bases.
   *
   * @throws InvalidInputException with all problems of the packs
   */
  public PackInvariants guarding(PackFiles... bases) {
    requireNonNull(bases, "bases");
    List<Pack> packs = Arrays.stream(bases).map(Pack::parse).toList();
    return new PackInvariants(policy, guarded.and(packs), tries, seed);
  }

  /**
   * Returns the same tests for a policy that withdraws these protected terms with a derogation. A
   * replacement names its derogation itself; a withdrawn term cannot.
   */
  public PackInvariants withdrawing(String... terms) {
    requireNonNull(terms, "terms");
    return new PackInvariants(policy, guarded.withdrawn(ImmutableSet.copyOf(terms)), tries, seed);
  }

  /**
   * Returns the same tests with another number of documents.
   *
   * @throws IllegalArgumentException if the number is less than 1
   */
  public PackInvariants tries(int documents) {
    if (documents < 1) {
      throw new IllegalArgumentException("`tries` is " + documents + "; expected at least 1");
    }
    return new PackInvariants(policy, guarded, documents, seed);
  }

  /** Returns the same tests with another seed for the documents. */
  public PackInvariants seed(long start) {
    return new PackInvariants(policy, guarded, tries, start);
  }

  /**
   * Asserts all invariants for an offering and reports all that fail.
   *
   * @throws InvalidInputException if the book does not have the offering
   */
  public void holdFor(Offering offering) {
    requireNonNull(offering, "offering");
    List<String> failures = new ArrayList<>();
    for (Invariant invariant : Invariant.values()) {
      failure(invariant, offering).ifPresent(failures::add);
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n", failures));
    }
  }

  /**
   * Asserts one invariant for an offering.
   *
   * @throws InvalidInputException if the book does not have the offering
   */
  public void holds(Invariant invariant, Offering offering) {
    requireNonNull(invariant, "invariant");
    requireNonNull(offering, "offering");
    failure(invariant, offering)
        .ifPresent(
            failure -> {
              throw new AssertionError(failure);
            });
  }

  /** Returns a test for each invariant and offering, for use in a {@code @TestFactory}. */
  public Stream<DynamicTest> tests(Offering... offerings) {
    requireNonNull(offerings, "offerings");
    return Arrays.stream(offerings)
        .flatMap(
            offering ->
                Arrays.stream(Invariant.values())
                    .map(
                        invariant ->
                            DynamicTest.dynamicTest(
                                name(offering) + ": " + invariant.sentence(),
                                () -> holds(invariant, offering))));
  }

  static String name(Offering offering) {
    return offering.hub() + " " + offering.type() + " " + offering.year();
  }

  private Optional<String> failure(Invariant invariant, Offering offering) {
    Checks checks = new Checks(policy, guarded);
    if (invariant == Invariant.EVERY_KIND_IS_ANSWERED) {
      return checks
          .everyKind(offering)
          .map(problem -> message(invariant, offering, problem) + "\n");
    }
    Function<Document, Optional<String>> check = checks.of(invariant);
    RandomDocuments documents = RandomDocuments.of(policy, offering);
    Draw draw = new Draw(new Random(seed));
    for (int n = 1; n <= tries; n++) {
      Optional<CounterExample> found = CounterExample.find(documents.document(draw), check);
      if (found.isPresent()) {
        return Optional.of(message(invariant, smallest(found.get(), check), n));
      }
    }
    return Optional.empty();
  }

  /** A document that breaks an invariant, and how. */
  private record CounterExample(Document document, String problem) {

    static Optional<CounterExample> find(
        Document document, Function<Document, Optional<String>> check) {
      return check.apply(document).map(problem -> new CounterExample(document, problem));
    }
  }

  /** Removes parts as long as the rest still breaks the invariant. */
  private static CounterExample smallest(
      CounterExample found, Function<Document, Optional<String>> check) {
    CounterExample smallest = found;
    Optional<CounterExample> smaller = Optional.of(found);
    while (smaller.isPresent()) {
      smallest = smaller.get();
      smaller =
          JsonParts.smaller(smallest.document())
              .flatMap(less -> CounterExample.find(less, check).stream())
              .findFirst();
    }
    return smallest;
  }

  private String message(Invariant invariant, CounterExample example, int number) {
    return message(invariant, example.document().offering(), example.problem())
        + "\nThe smallest document found, from document "
        + number
        + " of "
        + tries
        + " with seed "
        + seed
        + ":\n"
        + TfmJson.writePretty(example.document().value())
            .lines()
            .map(line -> "  " + line)
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String message(Invariant invariant, Offering offering, String problem) {
    return "\nExpecting of the policy for `"
        + name(offering)
        + "` that:\n  "
        + invariant.sentence()
        + "\nbut:\n  "
        + problem;
  }
}
