package org.tfm.testkit;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Application;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;
import org.tfm.rules.book.PolicyBook;

/**
 * Generates random documents for the policy of one offering: valid and consistent, with each part
 * present or absent.
 *
 * <p>The answers are only those that the policy asks for, numbers lie on both sides of its bounds,
 * and words that it names are frequent. Schools and people are fictitious. A document shrinks by
 * losing parts. Immutable.
 *
 * <p>Needs jqwik 1.9, an optional dependency of the test kit: add it to your own tests.
 */
public final class TfmArbitraries {

  private final RandomDocuments documents;

  private TfmArbitraries(RandomDocuments documents) {
    this.documents = documents;
  }

  /**
   * Returns generators for the policy of an offering in a book, for all kinds of school.
   *
   * @throws org.tfm.model.problem.InvalidInputException if the book does not have the offering
   */
  public static TfmArbitraries of(PolicyBook book, Offering offering) {
    requireNonNull(book, "book");
    requireNonNull(offering, "offering");
    return new TfmArbitraries(RandomDocuments.of((Policy) book::terms, offering));
  }

  /** Returns generators for these terms. */
  public static TfmArbitraries of(Terms terms) {
    requireNonNull(terms, "terms");
    return new TfmArbitraries(RandomDocuments.of(terms));
  }

  /** Schools, including schools with nothing but a number. */
  public Arbitrary<School> schools() {
    return arbitrary(School.class, documents::school);
  }

  /** Applications, both drafts and submitted ones, from nearly empty to complete. */
  public Arbitrary<Application> applications() {
    return arbitrary(Application.class, documents::application);
  }

  /** Work groups, from nearly empty to complete; in some, all schools are of one kind. */
  public Arbitrary<WorkGroup> groups() {
    return arbitrary(WorkGroup.class, documents::group);
  }

  /** Progress of a school during the year, from nearly empty to complete. */
  public Arbitrary<Progress> progress() {
    return arbitrary(Progress.class, documents::progress);
  }

  private static <T> Arbitrary<T> arbitrary(Class<T> type, Function<Draw, T> next) {
    return Arbitraries.fromGenerator(
        random -> new ShrinkableDocument<>(next.apply(new Draw(random)), type));
  }

  /** A value that shrinks by losing parts. */
  private record ShrinkableDocument<T>(T value, Class<T> type) implements Shrinkable<T> {

    @Override
    public Stream<Shrinkable<T>> shrink() {
      return JsonParts.smaller(value, type).map(less -> new ShrinkableDocument<>(less, type));
    }

    @Override
    public ShrinkingDistance distance() {
      return ShrinkingDistance.of(TfmJson.write(value).length());
    }
  }
}
