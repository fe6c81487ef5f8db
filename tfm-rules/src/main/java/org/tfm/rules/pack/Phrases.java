package org.tfm.rules.pack;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.rules.language.EntitlementWriter;
import org.tfm.rules.language.PriorityWriter;
import org.tfm.rules.language.ProvisionWriter;
import org.tfm.rules.language.RequirementWriter;
import org.tfm.rules.language.UndertakingWriter;

/** Checks the texts of a rule that become parts of sentences. */
final class Phrases {

  /** Words before the place of a number, which brings its own. */
  private static final Pattern BEFORE_NUMBER =
      Pattern.compile("(?:.* )?(at|at least|at most|exactly|up to) \\{\\}.*");

  /** A preposition before the place of a day. */
  private static final Pattern BEFORE_DAY =
      Pattern.compile("(?:.* )?(on|by|from|after|before|until|since) \\{\\}.*");

  /** The words that open a sentence or a clause, after which "The school will" makes no sense. */
  private static final Pattern NO_VERB =
      Pattern.compile(
          "(?i)(the|an?|your|our|you|we|they|it|each|every|all|schools?|participants?|teachers?"
              + "|will|must|shall|should|can|may|to|is|are|has)\\b.*");

  private static final Pattern NO_CLAUSE = Pattern.compile("(?i)(that|to|will|must|should)\\b.*");
  private static final Pattern NO_PRESENT =
      Pattern.compile("(?i)(must|should|shall|will|can|may)\\b.*");
  private static final Pattern NO_REASON = Pattern.compile("(?i)(because|as|since)\\b.*");
  private static final Pattern NO_TIME =
      Pattern.compile("(?i)(it|the|is|are|paid|will|to)\\b.*|.*[.?!]");
  private static final Pattern NO_SCHOOLS = Pattern.compile("(?i).*\\b(goes|go) first\\b.*");

  /** The words of an undertaking before its text. */
  private static final ImmutableMap<String, String> BEFORE =
      ImmutableMap.of("must", "The school will …", "should", "The school is expected to …");

  private Phrases() {}

  /** Returns the problem of a text after a word of a term; empty if it makes a sentence. */
  static Optional<Problem> problem(Class<?> term, String word, String text) {
    String phrase = Blanks.strip(text);
    if (phrase.isEmpty()) {
      return Optional.of(Problem.of(ProblemCode.MISSING, "the text of `%s` is empty", word));
    }
    if (term == UndertakingWriter.class) {
      return duty(word, phrase);
    }
    if (term == ProvisionWriter.class) {
      return refused(NO_CLAUSE, phrase, "Write a whole clause, such as `the hub runs 6 workshops`");
    }
    if (term == RequirementWriter.class) {
      return refused(
          NO_REASON, phrase, "Write the reason alone, such as `special schools are not mentioned`");
    }
    if (term == EntitlementWriter.class && word.equals("paid")) {
      return refused(
          NO_TIME,
          phrase,
          "The text completes \"It is paid …\"; write for example `once the evaluation is sent`");
    }
    return term == PriorityWriter.class && word.equals("of")
        ? refused(
            NO_SCHOOLS, phrase, "Name the schools alone, such as `schools that finish the year`")
        : Optional.empty();
  }

  /**
   * Returns the problem of the parts of a pack's fact, located at its part; empty if they make
   * sentences.
   */
  static Optional<Problem> ofFact(
      String id, FactKind kind, String subject, String verb, String complement) {
    if (NO_PRESENT.matcher(verb).matches()) {
      return Optional.of(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "the `verb` of the fact `%s` is `%s`; the library adds `must` and `should` itself",
                  id,
                  verb)
              .withHint("Write the present tense, such as `has written`")
              .atValue("/verb"));
    }
    if (subject.matches("(The|A|An|Each|Every|All|Your) .*")) {
      return Optional.of(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "the `subject` of the fact `%s` starts with a capital, but is also used within"
                      + " sentences",
                  id)
              .withHint("Write it in lower case, such as `the school`")
              .atValue("/subject"));
    }
    Matcher twice = (kind == FactKind.DAY ? BEFORE_DAY : BEFORE_NUMBER).matcher(complement);
    if ((kind == FactKind.DAY || kind == FactKind.NUMBER) && twice.matches()) {
      return Optional.of(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "the `complement` of the fact `%s` has `%s` before `{}`, which stands for words"
                      + " such as `%s`",
                  id,
                  twice.group(1),
                  kind == FactKind.DAY ? "on 3 May 2026" : "at least 5")
              .withHint("Remove `" + twice.group(1) + "`")
              .atValue("/complement"));
    }
    return complement.endsWith(".") || complement.endsWith("?")
        ? Optional.of(
            Problem.of(
                    ProblemCode.INVALID_VALUE,
                    "the `complement` of the fact `%s` ends like a sentence; it is a part of one",
                    id)
                .withHint("Remove the last character")
                .atValue("/complement"))
        : Optional.empty();
  }

  private static Optional<Problem> duty(String word, String phrase) {
    String before = BEFORE.getOrDefault(word, "");
    Matcher sentence = NO_VERB.matcher(phrase);
    if (!sentence.matches() && Character.isUpperCase(phrase.codePointAt(0))) {
      return Optional.of(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "the text completes \"%s\", so `%s` has a small letter there",
                  before,
                  first(phrase))
              .withHint("Write `" + first(phrase).toLowerCase(Locale.ROOT) + "`"));
    }
    return !sentence.matches()
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                    ProblemCode.INVALID_VALUE,
                    "the text completes \"%s\", so `%s` cannot open it",
                    before,
                    first(phrase))
                .withHint("Start with the verb, such as `answer the questionnaire`"));
  }

  private static Optional<Problem> refused(Pattern bad, String phrase, String hint) {
    return bad.matcher(phrase).matches()
        ? Optional.of(
            Problem.of(ProblemCode.INVALID_VALUE, "the text makes no sentence: `%s`", phrase)
                .withHint(hint))
        : Optional.empty();
  }

  private static String first(String phrase) {
    int space = phrase.indexOf(' ');
    return space < 0 ? phrase : phrase.substring(0, space);
  }
}
