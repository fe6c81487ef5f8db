package org.tfm.model.comparison;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Comparison;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.Not;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Payment;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/** Finds the differences between two forms of a term, in plain English. */
final class TermDifferences {

  /** The parts that can be compared separately; a negation is compared as a whole. */
  private static final Criterion.Visitor<List<Criterion>> PARTS =
      new Criterion.Visitor<>() {
        @Override
        public List<Criterion> allOf(AllOf all) {
          return all.parts();
        }

        @Override
        public List<Criterion> anyOf(AnyOf any) {
          return any.parts();
        }

        @Override
        public List<Criterion> not(Not not) {
          return List.of();
        }

        @Override
        public List<Criterion> forMembers(ForMembers each) {
          return each.children();
        }

        @Override
        public List<Criterion> countOfMembers(CountOfMembers count) {
          return count.children();
        }

        @Override
        public List<Criterion> leaf(Criterion leaf) {
          return List.of();
        }
      };

  /** The full tree as text, with the structure and the questions that a sentence leaves out. */
  private static final Criterion.Visitor<String> EXPLICIT =
      new Criterion.Visitor<>() {
        @Override
        public String allOf(AllOf all) {
          return "all of " + children(all);
        }

        @Override
        public String anyOf(AnyOf any) {
          return "any of " + children(any);
        }

        @Override
        public String not(Not not) {
          return "not " + children(not);
        }

        @Override
        public String forMembers(ForMembers each) {
          return (each.every() ? "for each " : "for at least one ")
              + each.members().one()
              + " "
              + children(each);
        }

        @Override
        public String countOfMembers(CountOfMembers count) {
          return "for "
              + count.stated()
              + " of the "
              + count.members().one()
              + "s "
              + children(count);
        }

        @Override
        public String leaf(Criterion leaf) {
          return leaf.says() + leaf.facts().stream().map(this::asked).collect(joining());
        }

        private String children(Criterion node) {
          return node.children().stream()
              .map(child -> child.accept(this))
              .collect(joining("; ", "(", ")"));
        }

        private String asked(Fact fact) {
          return ", asked as “"
              + fact.question()
              + "” at "
              + fact.at()
              + (fact.choices().isEmpty() ? "" : " with " + String.join(", ", fact.choices()));
        }
      };

  private final List<AttributeChange> changes = new ArrayList<>();

  private TermDifferences() {}

  /** Returns the parts in which two terms of one section differ; empty if they are the same. */
  static List<AttributeChange> differences(Term before, Term after) {
    TermDifferences differences = new TermDifferences();
    if (before instanceof Requirement one && after instanceof Requirement other) {
      differences.requirement(one, other);
    } else if (before instanceof Entitlement one && after instanceof Entitlement other) {
      differences.entitlement(one, other);
    } else if (before instanceof Undertaking one && after instanceof Undertaking other) {
      differences.text(Attribute.STRENGTH, strength(one.strength()), strength(other.strength()));
      differences.text(Attribute.DUTY, one.duty(), other.duty());
    } else if (before instanceof Provision one && after instanceof Provision other) {
      differences.text(Attribute.PROVISION, one.what(), other.what());
    } else if (before instanceof Priority one && after instanceof Priority other) {
      differences.text(Attribute.WHO, who(one), who(other));
      differences.text(Attribute.TYPE, type(one), type(other));
      differences.text(Attribute.YEAR, year(one.year()), year(other.year()));
      differences.text(Attribute.ORDER, order(one), order(other));
      if (one.order().isEmpty() && other.order().isEmpty()) {
        differences.condition(one, other, "not tested");
      }
    }
    return differences.changes;
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
        "the hub decides if ",
        "nothing is left to the hub");
  }

  private void entitlement(Entitlement before, Entitlement after) {
    text(Attribute.CHARGE, charge(before), charge(after));
    text(Attribute.AMOUNT, amount(before), amount(after));
    text(Attribute.UNIT, unit(before), unit(after));
    text(Attribute.PAYMENT, payment(before), payment(after));
    text(Attribute.PURPOSE, word(before.purpose()), word(after.purpose()));
    condition(before, after, "always");
  }

  private void condition(Term before, Term after, String without) {
    optional(Attribute.CONDITION, before.when(), after.when(), "if ", without);
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
      String one = before.map(c -> with + c.condition()).orElse(without);
      String other = after.map(c -> with + c.condition()).orElse(without);
      changes.add(
          one.equals(other)
              ? new AttributeChange(
                  attribute,
                  before.map(c -> with + c.accept(EXPLICIT)).orElse(without),
                  after.map(c -> with + c.accept(EXPLICIT)).orElse(without))
              : new AttributeChange(attribute, one, other));
    }
  }

  /** Finds the smallest part in which two trees of the same form differ. */
  private void criteria(Criterion before, Criterion after) {
    List<Integer> differing = differing(before.accept(PARTS), after.accept(PARTS));
    if (differing.size() == 1 && before.withChildren(after.children()).equals(after)) {
      int index = differing.get(0);
      criteria(before.children().get(index), after.children().get(index));
    } else {
      boolean alike = before.getClass() == after.getClass() && before.facts().equals(after.facts());
      String one = stated(before, alike);
      String other = stated(after, alike);
      changes.add(
          one.equals(other)
              ? new AttributeChange(
                  Attribute.CRITERION, before.accept(EXPLICIT), after.accept(EXPLICIT))
              : new AttributeChange(Attribute.CRITERION, one, other));
    }
  }

  /** Returns the indexes at which two lists differ; empty if their lengths differ. */
  private static List<Integer> differing(List<Criterion> one, List<Criterion> other) {
    return one.size() == other.size()
        ? IntStream.range(0, one.size())
            .filter(i -> !one.get(i).equals(other.get(i)))
            .boxed()
            .toList()
        : List.of();
  }

  /** Returns the clause; for comparisons of the same fact, only the stated values. */
  private static String stated(Criterion criterion, boolean alike) {
    return alike && criterion instanceof Comparison one ? one.stated() : criterion.says();
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

  private static String payment(Entitlement term) {
    Payment payment = term.payment().orElse(Payment.PLAIN);
    List<String> parts = new ArrayList<>();
    parts.add(
        switch (payment.basis()) {
          case FIXED -> "a fixed amount";
          case UP_TO -> "an amount up to this";
          case ACTUAL_COST -> "the actual cost";
        });
    payment.atMost().ifPresent(most -> parts.add("for at most " + most.toPlainString()));
    if (payment.once()) {
      parts.add("once only");
    }
    if (payment.ifHubDecides()) {
      parts.add("if the hub decides so");
    }
    payment.paid().ifPresent(when -> parts.add("paid " + when));
    payment.claimBy().ifPresent(day -> parts.add("claimed by " + Moment.of(day).text()));
    return String.join(", ", parts);
  }

  private static String unit(Entitlement term) {
    return term.unit().map(unit -> "for each " + word(unit)).orElse("unit not stated");
  }

  private static String who(Priority term) {
    return term.who()
        .orElse(term.order().isPresent() ? "all schools" : "schools that meet the condition");
  }

  private static String order(Priority term) {
    return term.order().isPresent() ? term.clause() : "no order";
  }

  private static String type(Priority term) {
    return term.type().orElse("the offering itself");
  }

  private static String year(Optional<AcademicYear> year) {
    return year.map(AcademicYear::toString).orElse("year not stated");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
