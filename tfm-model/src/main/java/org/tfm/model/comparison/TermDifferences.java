package org.tfm.model.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Mood;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Within;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/** What differs between two forms of a term, in the words of the policy. */
final class TermDifferences {

  private final List<AttributeChange> changes = new ArrayList<>();

  private TermDifferences() {}

  /** The parts in which two terms of one section differ; none if they say the same. */
  static List<AttributeChange> differences(Term before, Term after) {
    TermDifferences phrases = new TermDifferences();
    if (before instanceof Requirement one && after instanceof Requirement other) {
      phrases.requirement(one, other);
    } else if (before instanceof Entitlement one && after instanceof Entitlement other) {
      phrases.entitlement(one, other);
    } else if (before instanceof Undertaking one && after instanceof Undertaking other) {
      phrases.text(Attribute.STRENGTH, strength(one.strength()), strength(other.strength()));
      phrases.text(Attribute.DUTY, one.duty(), other.duty());
    } else if (before instanceof Provision one && after instanceof Provision other) {
      phrases.text(Attribute.PROVISION, one.what(), other.what());
    } else if (before instanceof Priority one && after instanceof Priority other) {
      phrases.text(Attribute.WHO, one.who(), other.who());
      phrases.text(Attribute.TYPE, one.type(), other.type());
      phrases.text(Attribute.YEAR, year(one.year()), year(other.year()));
    }
    return phrases.changes;
  }

  private void requirement(Requirement before, Requirement after) {
    text(Attribute.STRENGTH, strength(before.strength()), strength(after.strength()));
    if (!before.criterion().equals(after.criterion())) {
      criteria(before.criterion(), after.criterion());
    }
    optional(
        Attribute.REFERRAL,
        before.referral(),
        after.referral(),
        "the hub decides where ",
        "nothing is left to the hub");
  }

  private void entitlement(Entitlement before, Entitlement after) {
    text(Attribute.CHARGE, charge(before), charge(after));
    text(Attribute.AMOUNT, amount(before), amount(after));
    text(Attribute.UNIT, unit(before), unit(after));
    text(Attribute.PURPOSE, word(before.purpose()), word(after.purpose()));
    optional(Attribute.CONDITION, before.when(), after.when(), "when ", "always");
  }

  private void text(Attribute attribute, String before, String after) {
    if (!before.equals(after)) {
      changes.add(new AttributeChange(attribute, before, after));
    }
  }

  private void optional(
      Attribute attribute,
      Optional<Criterion> before,
      Optional<Criterion> after,
      String with,
      String without) {
    if (!before.equals(after)) {
      String one = before.map(c -> with + c.says()).orElse(without);
      String other = after.map(c -> with + c.says()).orElse(without);
      changes.add(
          one.equals(other)
              ? new AttributeChange(
                  attribute,
                  before.map(c -> with + explicit(c)).orElse(without),
                  after.map(c -> with + explicit(c)).orElse(without))
              : new AttributeChange(attribute, one, other));
    }
  }

  /** Looks for the smallest part in which two trees of one form differ. */
  private void criteria(Criterion before, Criterion after) {
    if (before instanceof ForMembers one
        && after instanceof ForMembers other
        && one.members() == other.members()
        && one.every() == other.every()) {
      criteria(one.criterion(), other.criterion());
    } else if (before instanceof AllOf one
        && after instanceof AllOf other
        && differing(one.parts(), other.parts()).size() == 1) {
      int index = differing(one.parts(), other.parts()).get(0);
      criteria(one.parts().get(index), other.parts().get(index));
    } else if (before instanceof AnyOf one
        && after instanceof AnyOf other
        && differing(one.parts(), other.parts()).size() == 1) {
      int index = differing(one.parts(), other.parts()).get(0);
      criteria(one.parts().get(index), other.parts().get(index));
    } else {
      boolean alike = isComparison(before) && before.getClass() == after.getClass();
      Optional<Fact> shared =
          alike && before.facts().equals(after.facts())
              ? Optional.of(before.facts().asList().get(0))
              : Optional.empty();
      String one = shared.map(fact -> tail(before, fact)).orElse(before.says());
      String other = shared.map(fact -> tail(after, fact)).orElse(after.says());
      changes.add(
          one.equals(other)
              ? new AttributeChange(Attribute.CRITERION, explicit(before), explicit(after))
              : new AttributeChange(Attribute.CRITERION, one, other));
    }
  }

  /** The places at which two lists differ; none if they are of different lengths. */
  private static List<Integer> differing(List<Criterion> one, List<Criterion> other) {
    return one.size() == other.size()
        ? IntStream.range(0, one.size())
            .filter(i -> !one.get(i).equals(other.get(i)))
            .boxed()
            .toList()
        : List.of();
  }

  private static boolean isComparison(Criterion criterion) {
    return criterion instanceof Within
        || criterion instanceof OneOf
        || criterion instanceof Includes;
  }

  /** What is said of the fact: {@code at least 10 days}. */
  private static String tail(Criterion leaf, Fact fact) {
    return leaf.says().substring(fact.label().length()).strip().replaceFirst("^(is|includes) ", "");
  }

  /** The tree with all that a sentence leaves out: how it is built, and how its facts are asked. */
  private static String explicit(Criterion criterion) {
    if (criterion instanceof AllOf all) {
      return "all of (" + explicit(all.parts()) + ")";
    }
    if (criterion instanceof AnyOf any) {
      return "any of (" + explicit(any.parts()) + ")";
    }
    if (criterion instanceof Not not) {
      return "not (" + explicit(not.criterion()) + ")";
    }
    if (criterion instanceof ForMembers each) {
      return (each.every() ? "for each " : "for at least one ")
          + each.members().one()
          + " ("
          + explicit(each.criterion())
          + ")";
    }
    return criterion.says()
        + criterion.facts().stream()
            .map(
                fact ->
                    ", asked as “"
                        + fact.question()
                        + "” at "
                        + fact.at()
                        + (fact.choices().isEmpty()
                            ? ""
                            : " with " + String.join(", ", fact.choices())))
            .collect(Collectors.joining());
  }

  private static String explicit(List<Criterion> parts) {
    return parts.stream().map(TermDifferences::explicit).collect(Collectors.joining("; "));
  }

  /** The whole term as a clause, without capital and full stop. */
  static String clause(Term term) {
    if (term instanceof Requirement one) {
      return one.criterion().says(one.strength().mood(), false)
          + one.referral()
              .map(when -> "; the hub decides where " + when.says(Mood.IS, false))
              .orElse("");
    }
    if (term instanceof Entitlement one) {
      return one.says() + one.when().map(when -> ", when " + when.says()).orElse("");
    }
    if (term instanceof Undertaking one) {
      return switch (one.strength()) {
        case MUST -> "the school will " + one.duty();
        case SHOULD -> "the school is expected to " + one.duty();
        case PREFERRED -> "ideally, the school will " + one.duty();
      };
    }
    if (term instanceof Provision one) {
      return one.what();
    }
    Priority one = (Priority) term;
    return one.who()
        + " go first for "
        + one.type()
        + one.year().map(year -> " in " + year).orElse("");
  }

  private static String strength(Strength strength) {
    return switch (strength) {
      case MUST -> "must";
      case SHOULD -> "should";
      case PREFERRED -> "ideally";
    };
  }

  private static String charge(Entitlement term) {
    return term.charge() ? "paid by the school" : "paid to the school";
  }

  private static String amount(Entitlement term) {
    return term.amount().map(Entitlement::pounds).orElse("amount not stated");
  }

  private static String unit(Entitlement term) {
    return term.unit().map(unit -> "for each " + word(unit)).orElse("unit not stated");
  }

  private static String year(Optional<AcademicYear> year) {
    return year.map(AcademicYear::toString).orElse("year not stated");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
