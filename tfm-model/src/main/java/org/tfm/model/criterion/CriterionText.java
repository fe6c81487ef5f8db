package org.tfm.model.criterion;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Formats criteria in plain English. */
final class CriterionText {

  /**
   * The members of a list that a clause is about.
   *
   * @param determiner the words before the noun, such as {@code each}
   */
  private record Member(ForMembers each, String determiner) {

    Member named(String other) {
      return new Member(each, other);
    }

    String name() {
      return determiner + each.members().one();
    }
  }

  /** A part of a criterion before it is formatted. */
  private sealed interface Part {}

  /** A clause about one fact. */
  private record Clause(
      String subject,
      Optional<Member> each,
      Phrase phrase,
      List<String> words,
      String joiner,
      boolean negated)
      implements Part {

    String rest() {
      return phrase.rest(Sentences.list(words, joiner));
    }

    /** Whether it has no words but its values, in a list with the same joiner. */
    boolean isValueOr(String other) {
      return words.isEmpty()
          || (phrase.complement().isEmpty() && (words.size() == 1 || joiner.equals(other)));
    }

    List<String> values() {
      return words.isEmpty() ? List.of(phrase.complement()) : words;
    }
  }

  /** A clause with a fixed form. */
  private record Fixed(String text) implements Part {}

  /** A demand that holds only if a condition does. */
  private record Conditional(Part condition, Part demand) implements Part {}

  /** Parts joined by "and" or "or". */
  private record Joined(ImmutableList<Part> parts, String joiner) implements Part {}

  /** The maximum number of words in a condition, which follows other words. */
  private static final int MOST_WORDS_OF_A_CONDITION = 21;

  private static final String EACH = "each ";

  private final Mood mood;

  private CriterionText(Mood mood) {
    this.mood = mood;
  }

  /** Returns the criterion as a clause, without a capital or a full stop. */
  static String of(Criterion criterion, Mood mood, boolean negated) {
    CriterionText english = new CriterionText(mood);
    Part part = part(criterion, negated, Optional.empty());
    String text = english.text(part);
    int most = mood == Mood.IS ? MOST_WORDS_OF_A_CONDITION : Sentences.MOST_WORDS;
    return Sentences.isLonger(text, most) ? english.listed(part, text) : text;
  }

  /** Returns the part as text with a bulleted list, if it has several items. */
  private String listed(Part part, String text) {
    if (part instanceof Clause clause && clause.words().size() > 2) {
      String these = clause.negated() ? "any" : clause.joiner().equals("and") ? "all" : "one";
      return clause.subject()
          + " "
          + verb(clause)
          + " "
          + clause.phrase().rest(these + " of these")
          + lines(clause.words());
    }
    if (part instanceof Joined joined) {
      boolean isAll = joined.joiner().equals("and");
      CriterionText statement = new CriterionText(Mood.IS);
      String be =
          switch (mood) {
            case IS -> isAll ? "are" : "is";
            case MUST -> "must be";
            case SHOULD -> "should be";
            case IDEALLY -> isAll ? "are ideally" : "is ideally";
          };
      return (isAll ? "all" : "at least one")
          + " of these "
          + be
          + " true"
          + lines(joined.parts().stream().map(statement::text).toList());
    }
    return text;
  }

  private static String lines(List<String> items) {
    return items.stream().map(item -> "\n• " + item).collect(Collectors.joining("", ":", ""));
  }

  /** Returns the bounds on a number, such as {@code at least 10 days}. */
  static String bounds(Fact fact, Optional<BigDecimal> least, Optional<BigDecimal> most) {
    if (least.isEmpty()) {
      return "at most " + fact.amount(most.orElseThrow());
    }
    if (most.isEmpty()) {
      return "at least " + fact.amount(least.get());
    }
    if (least.get().compareTo(most.get()) == 0) {
      return "exactly " + fact.amount(least.get());
    }
    boolean isNext =
        fact.isWhole() && most.get().subtract(least.get()).compareTo(BigDecimal.ONE) == 0;
    return least.get().toPlainString() + (isNext ? " or " : " to ") + fact.amount(most.get());
  }

  private static Part part(Criterion criterion, boolean negated, Optional<Member> each) {
    return criterion.accept(
        new Criterion.Visitor<>() {
          @Override
          public Part allOf(AllOf all) {
            return joined(all.telling(), negated ? "or" : "and", negated, each);
          }

          @Override
          public Part anyOf(AnyOf any) {
            boolean isOfOne = each.isEmpty() || each.get().each().every();
            if (!negated
                && isOfOne
                && any.parts().size() == 2
                && any.parts().get(0) instanceof Not condition
                && !(any.parts().get(1) instanceof Not)) {
              return new Conditional(
                  part(condition.criterion(), false, each.map(all -> all.named("any "))),
                  part(any.parts().get(1), false, each.map(all -> all.named("that "))));
            }
            return joined(any.parts(), negated ? "and" : "or", negated, each);
          }

          @Override
          public Part not(Not not) {
            return part(not.criterion(), !negated, each);
          }

          @Override
          public Part forMembers(ForMembers members) {
            boolean every = members.every() != negated;
            return part(
                members.criterion(),
                negated,
                Optional.of(
                    new Member(
                        new ForMembers(members.members(), every, members.criterion()),
                        every ? EACH : "at least one ")));
          }

          @Override
          public Part leaf(Criterion leaf) {
            return CriterionText.leaf(leaf, negated, each);
          }
        });
  }

  private static Part joined(
      List<Criterion> criteria, String joiner, boolean negated, Optional<Member> each) {
    List<Part> parts = new ArrayList<>();
    for (Criterion criterion : criteria) {
      Part part = part(criterion, negated, each);
      if (part instanceof Joined joined && joined.joiner().equals(joiner)) {
        parts.addAll(joined.parts());
      } else {
        parts.add(part);
      }
    }
    return parts.size() == 1 ? parts.get(0) : new Joined(ImmutableList.copyOf(parts), joiner);
  }

  private static Part leaf(Criterion leaf, boolean negated, Optional<Member> each) {
    if (leaf instanceof HubDecides hub) {
      return new Fixed("the hub decides" + hub.why().map(why -> ": " + why).orElse(""));
    }
    Fact fact = leaf.facts().iterator().next();
    if (leaf instanceof Unstated) {
      return new Fixed(
          "the document does not "
              + (fact.kind() == FactKind.YES_NO ? "say whether " : "state ")
              + fact.label());
    }
    if (leaf instanceof Provided && fact.kind() != FactKind.TEXT) {
      Phrase given = new Phrase(fact.asGiven(), "is given", "");
      return new Clause(fact.asGiven(), each, given, List.of(), "", negated);
    }
    List<String> words = List.of();
    String joiner = "or";
    if (leaf instanceof OneOf oneOf) {
      words = oneOf.words().stream().map(fact::name).toList();
    } else if (leaf instanceof Includes includes) {
      words = includes.words().stream().map(fact::name).toList();
      joiner = includes.all() ? "and" : "or";
    } else if (leaf instanceof Comparison comparison) {
      words = List.of(comparison.stated());
    }
    boolean isNo = negated && fact.phrase().isAnswer();
    Phrase phrase = isNo ? fact.phrase().opposite() : fact.phrase();
    return new Clause(subject(fact, each), each, phrase, words, joiner, negated && !isNo);
  }

  /** Returns the subject of a fact, or of each member of a list. */
  private static String subject(Fact fact, Optional<Member> each) {
    return fact.subjectFor(each.map(Member::name).orElse(""));
  }

  private String text(Part part) {
    if (part instanceof Clause clause) {
      if (clause.negated()
          && (clause.subject().startsWith(EACH) || Phrase.isAnyOrEvery(clause.subject()))) {
        return none(clause);
      }
      return clause.subject() + " " + verb(clause) + after(clause);
    }
    if (part instanceof Joined joined) {
      if (isOfOnePredicate(joined)) {
        Clause first = (Clause) joined.parts().get(0);
        List<String> subjects =
            joined.parts().stream().map(one -> ((Clause) one).subject()).toList();
        return Sentences.list(subjects, "and") + " " + verb(first) + after(first);
      }
      return isOfOneSubject(joined) ? shared(joined) : separate(joined);
    }
    if (part instanceof Conditional conditional) {
      return "if "
          + new CriterionText(Mood.IS).text(conditional.condition())
          + ", "
          + text(conditional.demand());
    }
    return ((Fixed) part).text();
  }

  /** Says that it holds for no member: {@code no school may be a special school}. */
  private String none(Clause clause) {
    String verb =
        mood == Mood.MUST
            ? "may " + clause.phrase().infinitive(false)
            : clause.phrase().verb(mood, false);
    String subject =
        clause.subject().startsWith(EACH)
            ? "no " + clause.subject().substring(EACH.length())
            : Phrase.denied(clause.subject());
    return subject + " " + verb + after(clause);
  }

  private String verb(Clause clause) {
    return clause.phrase().verb(mood, clause.negated());
  }

  private static String after(Clause clause) {
    return clause.rest().isEmpty() ? "" : " " + clause.rest();
  }

  /** Whether all clauses have the same subject, and are about the same member. */
  private static boolean isOfOneSubject(Joined joined) {
    return joined.parts().stream().allMatch(Clause.class::isInstance)
        && joined.parts().stream()
                .map(part -> ((Clause) part).subject() + ((Clause) part).each())
                .distinct()
                .count()
            == 1;
  }

  /** Whether all clauses have the same predicate, in a form for one or several subjects. */
  private boolean isOfOnePredicate(Joined joined) {
    return (mood == Mood.MUST || mood == Mood.SHOULD)
        && joined.joiner().equals("and")
        && joined.parts().stream()
            .allMatch(part -> part instanceof Clause clause && clause.each().isEmpty())
        && joined.parts().stream()
                .map(part -> verb((Clause) part) + after((Clause) part))
                .distinct()
                .count()
            == 1;
  }

  /** Joins clauses with the same subject. */
  private String shared(Joined joined) {
    List<Clause> clauses = joined.parts().stream().map(Clause.class::cast).toList();
    Clause first = clauses.get(0);
    boolean isMixed =
        clauses.stream()
            .anyMatch(one -> one.words().size() > 1 && !one.joiner().equals(joined.joiner()));
    boolean isOneVerb =
        !isMixed
            && clauses.stream().noneMatch(Clause::negated)
            && clauses.stream().map(clause -> clause.phrase().verb()).distinct().count() == 1;
    if (isOneVerb && clauses.stream().allMatch(one -> one.isValueOr(joined.joiner()))) {
      List<String> values = clauses.stream().flatMap(one -> one.values().stream()).toList();
      return first.subject() + " " + verb(first) + " " + Sentences.list(values, joined.joiner());
    }
    List<String> said = new ArrayList<>();
    said.add(verb(first) + after(first));
    for (Clause clause : clauses.subList(1, clauses.size())) {
      said.add(isOneVerb ? clause.rest() : again(clause, isMixed) + after(clause));
    }
    String start = isOneVerb ? sharedStart(clauses) : "";
    if (!start.isEmpty()) {
      List<String> ends =
          clauses.stream().map(clause -> clause.rest().substring(start.length())).toList();
      return first.subject()
          + " "
          + verb(first)
          + " "
          + start
          + Sentences.list(ends, joined.joiner());
    }
    return first.subject()
        + " "
        + (isMixed
            ? String.join(", " + joined.joiner() + " ", said)
            : Sentences.list(said, joined.joiner()));
  }

  /**
   * Returns what clauses have in common, if they differ only in their last word, such as a year.
   */
  private static String sharedStart(List<Clause> clauses) {
    List<String> starts =
        clauses.stream()
            .map(clause -> clause.rest().substring(0, clause.rest().lastIndexOf(' ') + 1))
            .distinct()
            .toList();
    return starts.size() == 1 && Sentences.isLonger(starts.get(0), 3) ? starts.get(0) : "";
  }

  /** Returns the verb of a further clause, without repeating the mood of the first. */
  private String again(Clause clause, boolean inFull) {
    if (inFull) {
      return verb(clause);
    }
    return mood == Mood.MUST || mood == Mood.SHOULD
        ? clause.phrase().infinitive(clause.negated())
        : clause.phrase().verb(Mood.IS, clause.negated());
  }

  private String separate(Joined joined) {
    boolean isNested =
        joined.parts().stream()
            .anyMatch(part -> part instanceof Joined || part instanceof Conditional);
    String before = isNested ? "; " : joined.parts().size() == 2 ? " " : ", ";
    return joined.parts().stream()
        .map(this::text)
        .collect(Collectors.joining(before + joined.joiner() + " "));
  }
}
