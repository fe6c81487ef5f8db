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
import net.jqwik.api.JqwikException;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.DynamicTest;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/**
 * The {@linkplain Invariant invariants} of policies, tried on random documents.
 *
 * <pre>{@code
 * PackInvariants.of(book).holdFor(offering);
 * }</pre>
 *
 * <p>The documents are made from a fixed seed, so that every run tries the same ones; it needs no
 * more than plain JUnit. A document that breaks an invariant is made as small as can be before it
 * is shown. Immutable.
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

  /** The invariants of the policies of a book, 200 documents each. */
  public static PackInvariants of(PolicyBook book) {
    requireNonNull(book, "book");
    return of((Policy) book::terms);
  }

  /**
   * The invariants of a pack that may extend the bundled packs and these, whose protected terms it
   * keeps. A pack with the id of a bundled one takes its place; what it extends is then to be given
   * too.
   *
   * @throws InvalidInputException with every problem of every pack
   */
  public static PackInvariants forPack(PackFiles pack, PackFiles... bases) {
    requireNonNull(pack, "pack");
    return of(PackBooks.load(pack, bases)).guarding(bases);
  }

  /**
   * The invariants of the pack in a folder, which may extend the bundled packs.
   *
   * @throws InvalidInputException with every problem of the pack
   */
  public static PackInvariants forPack(Path folder) {
    requireNonNull(folder, "folder");
    return forPack(PackFiles.read(folder));
  }

  /**
   * The same, with the protected terms of these packs to be kept by every pack on top of them.
   *
   * @throws InvalidInputException with every problem of the packs
   */
  public PackInvariants guarding(PackFiles... bases) {
    requireNonNull(bases, "bases");
    List<Pack> packs = Arrays.stream(bases).map(Pack::parse).toList();
    return new PackInvariants(policy, guarded.and(packs), tries, seed);
  }

  /**
   * The same, where a derogation lets the policy withdraw these protected terms. A replacement
   * names its derogation itself; a term that is gone cannot.
   */
  public PackInvariants withdrawing(String... terms) {
    requireNonNull(terms, "terms");
    return new PackInvariants(policy, guarded.withdrawn(ImmutableSet.copyOf(terms)), tries, seed);
  }

  /**
   * The same with another number of documents.
   *
   * @throws IllegalArgumentException if the number is less than one
   */
  public PackInvariants tries(int documents) {
    if (documents < 1) {
      throw new IllegalArgumentException("`" + documents + "` tries; expected one or more");
    }
    return new PackInvariants(policy, guarded, documents, seed);
  }

  /** The same with other documents. */
  public PackInvariants seed(long start) {
    return new PackInvariants(policy, guarded, tries, start);
  }

  /**
   * Asserts every invariant for an offering; one that fails does not hide the others.
   *
   * @throws InvalidInputException if the book has no such offering
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
   * @throws InvalidInputException if the book has no such offering
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

  /** A test of every invariant for every offering, to be returned from a {@code @TestFactory}. */
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
    List<String> failures = new ArrayList<>();
    inSession(
        () -> {
          Random random = new Random(seed);
          RandomGenerator<Document> documents =
              TfmArbitraries.of(policy, offering).documents().generator(tries);
          for (int n = 1; n <= tries && failures.isEmpty(); n++) {
            Document document = documents.next(random).value();
            if (check.apply(document).isPresent()) {
              failures.add(counterExample(invariant, smallest(document, check), check, n));
            }
          }
        });
    return failures.stream().findFirst();
  }

  /** Generators need a session outside jqwik's own tests, and refuse one inside. */
  private static void inSession(Runnable action) {
    boolean isOwn = !JqwikSession.isActive() && isStarted();
    try {
      action.run();
    } finally {
      if (isOwn) {
        JqwikSession.finish();
      }
    }
  }

  private static boolean isStarted() {
    try {
      JqwikSession.start();
      return true;
    } catch (JqwikException e) {
      return false;
    }
  }

  /** Parts are taken out for as long as what is left breaks the invariant too. */
  private static Document smallest(Document document, Function<Document, Optional<String>> check) {
    Document smallest = document;
    Optional<Document> smaller = Optional.of(document);
    while (smaller.isPresent()) {
      smallest = smaller.get();
      smaller =
          JsonParts.smaller(smallest).filter(less -> check.apply(less).isPresent()).findFirst();
    }
    return smallest;
  }

  private String counterExample(
      Invariant invariant,
      Document document,
      Function<Document, Optional<String>> check,
      int number) {
    return message(invariant, document.offering(), check.apply(document).orElseThrow())
        + "\nThe smallest document known, from number "
        + number
        + " of "
        + tries
        + " with seed "
        + seed
        + ":\n"
        + TfmJson.writePretty(document.value())
            .lines()
            .map(line -> "  " + line)
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String message(Invariant invariant, Offering offering, String problem) {
    return "\nExpecting of the policy `"
        + name(offering)
        + "` that:\n  "
        + invariant.sentence()
        + "\nbut:\n  "
        + problem;
  }
}
