package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Phrase;
import org.tfm.model.criterion.Value;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Role;
import org.tfm.model.programme.WorkGroupType;

/** The words for the values of a fact in the findings of one requirement. Immutable. */
public final class Wording {

  private static final String SUBJECT = "#";
  private static final String MEMBER = Members.LEAD_PARTICIPANTS.one() + " " + SUBJECT;

  private final String label;
  private final FactKind kind;
  private final String subject;
  private final String beforeMember;
  private final String afterMember;
  private final String pronoun;
  private final String yes;
  private final String no;
  private final String yesInShort;
  private final String noInShort;
  private final String given;
  private final String notGiven;
  private final String before;
  private final String after;
  private final String none;
  private final String needed;
  private final String unit;
  private final String units;
  private final String half;
  private final ImmutableMap<String, String> names;

  private Wording(Fact fact, String needed) {
    this.label = fact.label();
    this.kind = fact.kind();
    this.subject = fact.subjectFor("");
    String ofMember = fact.subjectFor(MEMBER);
    int member = ofMember.indexOf(MEMBER);
    this.beforeMember = ofMember.substring(0, member);
    this.afterMember = ofMember.substring(member + MEMBER.length());
    this.pronoun = fact.pronoun();
    this.yes = predicate(fact, Value.YesNo.of(true));
    this.no = predicate(fact, Value.YesNo.of(false));
    this.yesInShort = fact.inShort("", true);
    this.noInShort = fact.inShort("", false);
    this.given = predicate(fact, new Value.Given());
    this.notGiven = predicate(fact, null);
    String rest = fact.phrase().complement();
    int value = rest.indexOf(Phrase.VALUE);
    this.before = " " + fact.phrase().verb() + " " + (value < 0 ? "" : rest.substring(0, value));
    this.after =
        value < 0
            ? rest.isEmpty() ? "" : " " + rest
            : rest.substring(value + Phrase.VALUE.length());
    this.none = predicate(fact, new Value.Words(ImmutableSet.of()));
    this.needed = needed;
    this.unit = fact.unit().map(one -> " " + one).orElse("");
    this.units = fact.units().map(several -> " " + several).orElse("");
    this.half = fact.amount(new BigDecimal("0.5"));
    this.names =
        Maps.toMap(
            fact.choices().isEmpty()
                ? ImmutableSet.copyOf(WorkGroupType.known().keySet())
                : ImmutableSet.copyOf(fact.choices()),
            fact::name);
  }

  /** Returns the words for the facts of a demand, in their order. */
  static ImmutableList<Wording> of(Criterion demand) {
    return demand.facts().stream()
        .map(fact -> new Wording(fact, needed(demand, fact)))
        .collect(ImmutableList.toImmutableList());
  }

  /** The bound on a number, unless the number has to be exact. */
  private static String needed(Criterion demand, Fact fact) {
    List<Within> bounds =
        demand
            .leaves()
            .filter(leaf -> leaf instanceof Within bound && bound.fact().equals(fact))
            .map(Within.class::cast)
            .filter(bound -> !bound.least().equals(bound.most()))
            .toList();
    return bounds.size() == 1 ? " (needed: " + bounds.get(0).stated() + ")" : "";
  }

  private static String predicate(Fact fact, @Nullable Value value) {
    String clause = new Observation(fact.id(), "", Optional.ofNullable(value)).says(fact, SUBJECT);
    return clause.startsWith(SUBJECT) ? clause.substring(SUBJECT.length()) : clause;
  }

  String label() {
    return label;
  }

  /** The bound that a number was compared with; empty if it is obvious. */
  String needed() {
    return needed;
  }

  /** Returns a value as a clause, with the bound. */
  String clauseWithNeed(Seen seen) {
    return clause(seen) + needed;
  }

  /** Returns a value as a clause: the school is in Wales. */
  String clause(Seen seen) {
    return clause(seen, subject(seen));
  }

  /** Returns a value as a clause after the demand: it is in Wales, it is not. */
  String clauseInShort(Seen seen) {
    String who = seen.of().isEmpty() ? pronoun : subject(seen);
    String text = seen.text();
    if (kind == FactKind.TEXT) {
      return who + (text == null ? noInShort : yesInShort);
    }
    if (kind == FactKind.YES_NO && seen.isValue()) {
      return yesNo(who, seen.read(), yesInShort, noInShort);
    }
    return clause(seen, who);
  }

  private String clause(Seen seen, String who) {
    String text = seen.text();
    if (text == null || seen.given()) {
      String is = text == null ? notGiven : given;
      return kind == FactKind.TEXT
          ? who + is
          : is + (seen.of().isEmpty() ? "" : " for " + seen.of());
    }
    if (kind == FactKind.YES_NO) {
      return yesNo(who, text, yes, no);
    }
    return text.equals("none") ? who + none : who + before + text + after;
  }

  /** Returns an answer, followed by what it is derived from. */
  private static String yesNo(String who, String text, String yes, String no) {
    boolean isYes = text.startsWith("yes");
    return who + (isYes ? yes : no) + text.substring(isYes ? 3 : 2);
  }

  private String subject(Seen seen) {
    return seen.of().isEmpty() ? subject : beforeMember + seen.of() + afterMember;
  }

  /** A choice in words. */
  public String name(Enum<?> word) {
    return name(word.name());
  }

  /** A choice in words. */
  public String name(String word) {
    String name = names.get(word);
    return name == null ? word.toLowerCase(Locale.ROOT).replace('_', ' ') : name;
  }

  /** Choices in words. */
  public String names(Collection<String> words) {
    if (words.isEmpty()) {
      return "none";
    }
    StringBuilder text = new StringBuilder(64);
    int i = 0;
    for (String word : words) {
      text.append(i == 0 ? "" : i == words.size() - 1 ? " and " : ", ").append(name(word));
      i++;
    }
    return text.toString();
  }

  /** Roles in words. */
  public String roles(Collection<Role> roles) {
    return names(roles.stream().sorted().map(Role::name).toList());
  }

  /** A whole number and its unit. */
  public String amount(int number) {
    return number + (number == 1 ? unit : units);
  }

  /** A number and its unit. */
  public String amount(BigDecimal number) {
    if (number.scale() > 0 && number.add(number).compareTo(BigDecimal.ONE) == 0) {
      return half;
    }
    return number.toPlainString() + (number.compareTo(BigDecimal.ONE) == 0 ? unit : units);
  }

  /** Half-days in days. */
  public String days(int halfDays) {
    if (halfDays == 1) {
      return half;
    }
    return halfDays % 2 == 0 ? amount(halfDays / 2) : halfDays / 2 + ".5" + units;
  }
}
