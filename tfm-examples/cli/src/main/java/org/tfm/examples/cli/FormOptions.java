package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.batch.BookPolicies;
import org.tfm.examples.batch.FormOutput;
import org.tfm.examples.batch.Interests;
import org.tfm.model.intake.FormKind;
import org.tfm.model.intake.FormMap;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.rules.pack.Pack;
import picocli.CommandLine.Option;

/** The options of a batch for rows that are a form. */
final class FormOptions {

  @Option(
      names = "--form",
      paramLabel = "MAP",
      description = "The form map (YAML) of the tables in IN. OUT is then a table for people.")
  private @Nullable String form;

  @Option(
      names = "--interest",
      paramLabel = "FILE",
      description = "A form of earlier expressions of interest; OUT says which schools sent one.")
  private @Nullable String interest;

  @Option(
      names = "--interest-form",
      paramLabel = "MAP",
      description = "The form map of the expressions of interest.")
  private @Nullable String interestForm;

  @Option(
      names = "--excel",
      description = "With --form: write OUT for Excel, with dates such as 31/10/2022.")
  private boolean excel;

  /**
   * Refuses options that contradict each other.
   *
   * @throws InvalidInputException if one of them needs another
   */
  void check() {
    if (form == null && (excel || interest != null)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "it needs a form map")
              .withHint("Add `--form MAP`")
              .inPart(excel ? "--excel" : "--interest"));
    }
    if ((interest == null) != (interestForm == null)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "use both `--interest` and `--interest-form`"));
    }
  }

  /** Whether the rows are a form. */
  boolean isGiven() {
    return form != null;
  }

  /** How rows are written. */
  FormOutput output() {
    return new FormOutput(excel);
  }

  /** The files that the options name. */
  ImmutableList<String> files() {
    return Stream.of(form, interest, interestForm)
        .filter(Objects::nonNull)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The form map; empty if the rows are not a form.
   *
   * @throws InvalidInputException if it cannot be read, or is for expressions of interest, which
   *     are not assessed
   */
  Optional<FormMap> map() {
    Optional<FormMap> map =
        Optional.ofNullable(form)
            .map(
                file ->
                    map(
                        file,
                        ImmutableSet.of(FormKind.APPLICATION, FormKind.PROGRESS, FormKind.GROUP),
                        "`form: application`, `form: progress` or `form: group`"));
    boolean isOfApplications =
        map.flatMap(FormMap::form).orElse(FormKind.APPLICATION) == FormKind.APPLICATION;
    if (interest != null && !isOfApplications) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "expressions of interest come before applications; the form map is for another"
                      + " document")
              .withHint("Leave it out")
              .inPart("--interest"));
    }
    return map;
  }

  private static FormMap map(String file, Set<FormKind> expected, String written) {
    FormMap map = Input.read(file, text -> Pack.readYaml(text, FormMap.class));
    if (!expected.contains(map.form().orElse(FormKind.APPLICATION))) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "the form map is for another document; expected %s",
                  written)
              .inFile(file));
    }
    return map;
  }

  /**
   * The expressions of interest; empty if none are asked for.
   *
   * @throws InvalidInputException if they cannot be read, or their map is for other documents
   */
  Optional<Interests> interests(BookPolicies policies) {
    if (interest == null || interestForm == null) {
      return Optional.empty();
    }
    FormMap map =
        map(
            interestForm,
            ImmutableSet.of(FormKind.EXPRESSION_OF_INTEREST),
            "`form: expression-of-interest`");
    return Optional.of(Interests.read(interest, map, policies));
  }
}
