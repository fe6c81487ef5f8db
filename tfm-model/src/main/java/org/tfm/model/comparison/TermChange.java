package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tfm.model.json.TfmJson;
import org.tfm.model.term.Section;
import org.tfm.model.term.Term;

/**
 * A term that differs between two policies.
 *
 * @param section the section of the policy
 * @param term the id of the term
 * @param kind the kind of difference
 * @param someSchools whether it concerns only some of the kinds of school in question
 * @param attributes the changed parts; empty for a term that was added or removed
 * @param effect the effect; present only for requirements
 * @param before the term in the earlier policy; absent if it was added
 * @param after the term in the later policy; absent if it was removed
 */
@TfmJson.Strict
public record TermChange(
    Section section,
    String term,
    ChangeKind kind,
    boolean someSchools,
    ImmutableList<AttributeChange> attributes,
    Optional<Effect> effect,
    Optional<Term> before,
    Optional<Term> after) {
  /** Rejects null. */
  public TermChange {
    requireNonNull(section, "section");
    requireNonNull(term, "term");
    requireNonNull(kind, "kind");
    requireNonNull(attributes, "attributes");
    requireNonNull(effect, "effect");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /** The change as one line, such as {@code grant: added, £1,000 towards release time}. */
  public String says() {
    return term
        + ": "
        + inOneLine(what())
        + effect.map(e -> " (" + e.name().toLowerCase(Locale.ROOT) + ")").orElse("");
  }

  /** Returns a text with its lists on one line: {@code one of these: a; b}. */
  private static String inOneLine(String text) {
    return text.replace(":\n• ", ": ").replace("\n• ", "; ").replace('\n', ' ');
  }

  /** The change without the id of the term and the effect. */
  public String what() {
    String some = someSchools ? " for some schools" : "";
    return switch (kind) {
      case ADDED -> "added" + some + ", " + after.map(Term::clause).orElse("");
      case REMOVED -> "removed" + some + ", " + before.map(Term::clause).orElse("");
      case CHANGED ->
          (someSchools && !saysSchools() ? "for some schools, " : "")
              + attributes.stream().map(AttributeChange::says).collect(Collectors.joining("; "));
    };
  }

  private boolean saysSchools() {
    return attributes.stream().anyMatch(change -> change.attribute() == Attribute.SCHOOLS);
  }

  TermChange forSomeSchools() {
    return new TermChange(section, term, kind, true, attributes, effect, before, after);
  }
}
