package org.tfm.model.programme;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A statement about the journey of a school: what a type of work group follows, replaces or lasts.
 *
 * <p>Immutable.
 *
 * @param type the id of the type of work group
 * @param relation what is said of it
 * @param others the ids of the other types, if the relation has some
 * @param years the number of years that it lasts
 * @param atLeast whether it may last longer
 */
@TfmJson.Strict
public record JourneyLink(
    String type,
    JourneyRelation relation,
    ImmutableList<String> others,
    Optional<Integer> years,
    @JsonProperty(required = true) boolean atLeast) {

  private static final int MOST_YEARS = 10;
  private static final int MOST_OTHERS = 20;

  /**
   * Validates the ids and the years.
   *
   * @throws InvalidInputException with all problems: a malformed id, other types or years that do
   *     not suit the relation, a type that is related to itself or named twice, or more than 20
   */
  public JourneyLink {
    requireNonNull(type, "type");
    requireNonNull(relation, "relation");
    requireNonNull(others, "others");
    requireNonNull(years, "years");
    List<Problem> problems = new ArrayList<>();
    Ids.check("work group type id", "/type", type, problems);
    for (int i = 0; i < others.size(); i++) {
      Ids.check("work group type id", "/others/" + i, others.get(i), problems);
      if (others.get(i).equals(type)) {
        problems.add(
            Problem.of(ProblemCode.CONTRADICTION, "`%s` is related to itself", type)
                .atValue("/others/" + i));
      }
    }
    if (others.size() > MOST_OTHERS) {
      problems.add(
          Problem.of(
                  ProblemCode.TOO_MUCH, "%s types; expected at most %s", others.size(), MOST_OTHERS)
              .atValue("/others"));
    } else if (ImmutableSet.copyOf(others).size() < others.size()) {
      problems.add(
          Problem.of(ProblemCode.DUPLICATE, "`%s` names a type twice", relation.key())
              .atValue("/others"));
    }
    boolean needsOthers =
        relation == JourneyRelation.FOLLOWS
            || relation == JourneyRelation.REPLACES
            || relation == JourneyRelation.INSTEAD_OF;
    if (needsOthers && others.isEmpty()) {
      problems.add(
          Problem.of(ProblemCode.MISSING, "`%s` needs other types", relation.key())
              .atValue("/others"));
    }
    if (!needsOthers && !others.isEmpty()) {
      problems.add(
          Problem.of(ProblemCode.CONTRADICTION, "`%s` has no other types", relation.key())
              .atValue("/others"));
    }
    boolean isLong = relation == JourneyRelation.LASTS;
    if (isLong && years.isEmpty()) {
      problems.add(
          Problem.of(ProblemCode.MISSING, "`%s` needs a number of years", relation.key())
              .atValue("/years"));
    }
    if (!isLong && (years.isPresent() || atLeast)) {
      problems.add(
          Problem.of(ProblemCode.CONTRADICTION, "`%s` has no number of years", relation.key())
              .atValue("/years"));
    }
    if (years.filter(number -> number < 1 || number > MOST_YEARS).isPresent()) {
      problems.add(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "`%s` years; expected 1 to %s",
                  years.get(),
                  MOST_YEARS)
              .atValue("/years"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Returns the statement that a type has a relation to other types, or to none. */
  public static JourneyLink of(String type, JourneyRelation relation, List<String> others) {
    requireNonNull(others, "others");
    return new JourneyLink(
        type, relation, ImmutableList.copyOf(others), Optional.empty(), /* atLeast= */ false);
  }

  /** Returns the statement that a type lasts a number of years, or at least so many. */
  public static JourneyLink lasting(String type, int years, boolean atLeast) {
    return new JourneyLink(
        type, JourneyRelation.LASTS, ImmutableList.of(), Optional.of(years), atLeast);
  }

  /**
   * Returns the statement as a sentence.
   *
   * @param title returns the title of a type by its id
   */
  public String sentence(UnaryOperator<String> title) {
    requireNonNull(title, "title");
    String name = WorkGroupType.inText(title.apply(type));
    return switch (relation) {
      case FOLLOWS -> "Schools join " + name + " after " + list(title, "or") + ".";
      case STARTS -> "Schools can start with " + name + ".";
      case REPEATS -> "Schools can take part in " + name + " year after year.";
      case REPLACES -> capital(name) + " replaces " + list(title, "and") + ".";
      case INSTEAD_OF ->
          "Schools that still prepare for " + list(title, "or") + " can join " + name + " instead.";
      case LASTS -> capital(name) + " lasts " + (atLeast ? "at least " : "") + inYears() + ".";
    };
  }

  private String list(UnaryOperator<String> title, String joiner) {
    List<String> names = others.stream().map(title).map(WorkGroupType::inText).toList();
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : names.subList(0, last).stream().collect(Collectors.joining(", "))
            + " "
            + joiner
            + " "
            + names.get(last);
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private String inYears() {
    int number = years.orElseThrow();
    return number == 1 ? "1 year" : number + " years";
  }
}
