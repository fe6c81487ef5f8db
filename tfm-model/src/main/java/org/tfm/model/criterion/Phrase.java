package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The wording of a fact: a subject, a verb and a complement, such as {@code the school}, {@code
 * is}, {@code state-funded}.
 *
 * <p>All statements, demands and conditions about the fact are generated from these. Immutable.
 *
 * @param subject the subject, such as {@code the school}
 * @param verb the verb in the present tense, with its auxiliary: {@code is}, {@code has taken
 *     part}, {@code takes}
 * @param complement the rest of the statement, which may be empty. The value of a number or a
 *     choice replaces {@code {}}, or comes before a complement without it
 */
@TfmJson.Strict
public record Phrase(String subject, String verb, String complement) {

  /** The placeholder for the value in a complement. */
  public static final String VALUE = "{}";

  private static final String A_VALUE = "a " + VALUE;
  private static final String YES = "yes";
  private static final String TAKES_PLACE = "takes place";
  private static final ImmutableList<String> BE = ImmutableList.of("is", "are");
  private static final ImmutableList<String> HAVE = ImmutableList.of("has", "have");
  private static final ImmutableList<String> NOT_PRESENT =
      ImmutableList.of(
          "was", "were", "had", "did", "took", "came", "went", "can", "could", "will", "would",
          "shall", "should", "must", "may", "might", "be", "been", "not");
  private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y");
  private static final Pattern HISSING = Pattern.compile(".*(ch|sh|x|ss|zz|o)");
  private static final Pattern VOWEL = Pattern.compile("(?i)[aeiou]");
  private static final Pattern SIBILANT = Pattern.compile(".*(ch|sh|x|ss|zz|o)es");
  private static final String EVERY = "every ";
  private static final ImmutableList<String> WHOSE = ImmutableList.of(" among ", " of ", " who ");
  private static final ImmutableList<String> PEOPLE =
      ImmutableList.of(
          "person", "participant", "applicant", "teacher", "lead", "leader", "specialist", "senco");

  /**
   * Validates the subject and the verb.
   *
   * @throws InvalidInputException if the subject or the verb is blank, or the verb is not in the
   *     present tense
   */
  public Phrase {
    requireNonNull(subject, "subject");
    requireNonNull(verb, "verb");
    requireNonNull(complement, "complement");
    subject = Blanks.strip(subject);
    verb = Blanks.strip(verb);
    complement = Blanks.strip(complement);
    if (subject.isEmpty() || verb.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "a fact needs a subject and a verb"));
    }
    String first = first(verb).toLowerCase(Locale.ROOT);
    if (NOT_PRESENT.contains(first) || (first.endsWith("ed") && first.length() > 4)) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.MALFORMED,
              "the verb `%s` is not in the present tense; expected a form such as `is`, `takes`"
                  + " or `has taken`",
              verb));
    }
  }

  /**
   * Returns the phrase for what somebody does.
   *
   * @param subject the subject, in the singular
   * @param duty a verb phrase that starts with its verb in the base form: {@code write a plan}
   */
  static Phrase ofDuty(String subject, String duty) {
    int end = duty.indexOf(' ');
    String verb = end < 0 ? duty : duty.substring(0, end);
    return new Phrase(subject, present(verb), end < 0 ? "" : duty.substring(end + 1));
  }

  /** Returns the present tense of a verb for one person or thing. */
  private static String present(String verb) {
    if (verb.equals("be")) {
      return "is";
    }
    if (verb.equals("have")) {
      return "has";
    }
    if (CONSONANT_Y.matcher(verb).matches()) {
      return verb.substring(0, verb.length() - 1) + "ies";
    }
    return HISSING.matcher(verb).matches() ? verb + "es" : verb + "s";
  }

  /** Parses a label: a clause with is, are, has or have, or else a noun phrase. */
  static Phrase of(FactKind kind, String label, String question) {
    return switch (kind) {
      case YES_NO -> clause(label).orElseGet(() -> ofQuestion(question));
      case NUMBER, CHOICE, DAY -> new Phrase(label, "is", "");
      case CHOICES -> new Phrase(label, "includes", "");
      case TEXT -> new Phrase("the application", "includes", label);
    };
  }

  /** Returns the phrase for a yes/no question without further wording. */
  static Phrase ofQuestion(String question) {
    return new Phrase("the answer to “" + question + "”", "is", YES);
  }

  private static Optional<Phrase> clause(String label) {
    List<String> words = List.of(label.split(" "));
    for (int i = 1; i < words.size() - 1; i++) {
      if (BE.contains(words.get(i)) || HAVE.contains(words.get(i))) {
        boolean auxiliary = HAVE.contains(words.get(i)) && isParticiple(words.get(i + 1));
        int verbs = auxiliary ? i + 2 : i + 1;
        return Optional.of(
            new Phrase(
                String.join(" ", words.subList(0, i)),
                String.join(" ", words.subList(i, verbs)),
                String.join(" ", words.subList(verbs, words.size()))));
      }
    }
    return Optional.empty();
  }

  private static boolean isParticiple(String word) {
    return word.endsWith("ed")
        || ImmutableList.of("taken", "been", "begun", "shown", "sent", "come", "had", "given")
            .contains(word);
  }

  private static String first(String verb) {
    int end = verb.indexOf(' ');
    return end < 0 ? verb : verb.substring(0, end);
  }

  /** Whether a subject is any or every one of several: {@code an applicant}. */
  static boolean isAnyOrEvery(String subject) {
    return subject.startsWith("a ") || subject.startsWith("an ") || subject.startsWith(EVERY);
  }

  /** Returns the subject of a denial: {@code no applicant}, {@code not every applicant}. */
  static String denied(String subject) {
    return subject.startsWith(EVERY)
        ? "not " + subject
        : "no " + subject.substring(subject.indexOf(' ') + 1);
  }

  /** Whether the subject is plural. */
  boolean isPlural() {
    String first = first(verb);
    return first.equals("are") || first.equals("have") || !first.endsWith("s");
  }

  /** Whether it states the answer to a question, because there is no clause. */
  boolean isAnswer() {
    return complement.equals(YES);
  }

  /** Returns the phrase for the opposite answer. */
  Phrase opposite() {
    return new Phrase(subject, verb, "no");
  }

  /** Whether the subject is a person, for whom “it” is wrong. */
  boolean isOfPerson() {
    String head = person();
    for (String person : PEOPLE) {
      int start = head.length() - person.length();
      if (head.regionMatches(true, start, person, 0, person.length())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the subject, a person, without the words that say of whom. */
  String person() {
    int end = subject.length();
    for (String words : WHOSE) {
      int start = subject.indexOf(words);
      end = start > 0 ? Math.min(end, start) : end;
    }
    return subject.substring(0, end);
  }

  /** Returns the phrase for several subjects, with the verb in the plural. */
  Phrase ofSeveral() {
    return new Phrase(subject, plural() + after(), complement);
  }

  /** Returns the phrase for several subjects that it holds for one by one: {@code have each}. */
  Phrase ofEachOfSeveral() {
    return isAuxiliary()
        ? new Phrase(subject, plural() + " each" + after(), complement)
        : new Phrase(subject, "each " + plural() + after(), complement);
  }

  private String plural() {
    String first = first(verb);
    return BE.contains(first) ? "are" : HAVE.contains(first) ? "have" : base();
  }

  /** Returns the complement with a value, and with the article that suits it. */
  String rest(String value) {
    if (complement.contains(VALUE)) {
      boolean isAn = isArticleOfValue() && VOWEL.matcher(value).lookingAt();
      String said = (isAn ? "an" + complement.substring(1) : complement).replace(VALUE, value);
      return value.isEmpty() ? Blanks.strip(said.replace("  ", " ")) : said;
    }
    return value.isEmpty() || complement.isEmpty() ? value + complement : value + " " + complement;
  }

  /** Returns the complement with words such as {@code one of these}, before a list. */
  String restOf(String these) {
    return isArticleOfValue() ? these + complement.substring(A_VALUE.length()) + "s" : rest(these);
  }

  /** Returns a value without the noun that follows its place: an introductory session. */
  String withoutNoun(String value) {
    int place = complement.indexOf(VALUE);
    if (place < 0) {
      return value;
    }
    String noun = complement.substring(place + VALUE.length());
    int length = value.length();
    for (int end = noun.length(); end >= noun.length() - 1 && end > 1; end--) {
      // The noun may be in the plural for several subjects.
      if (length > end && value.regionMatches(true, length - end, noun, 0, end)) {
        return value.substring(0, length - end);
      }
    }
    return value;
  }

  private boolean isArticleOfValue() {
    return complement.startsWith(A_VALUE);
  }

  /** Returns the verb in a mood. */
  String verb(Mood mood, boolean negated) {
    return switch (mood) {
      case IS -> finite(negated);
      case MUST -> "must " + infinitive(negated);
      case SHOULD -> "should " + infinitive(negated);
      case IDEALLY -> ideally(negated);
    };
  }

  /** Returns the infinitive, for use after “must” or “should”. */
  String infinitive(boolean negated) {
    return (negated ? "not " : "") + base() + after();
  }

  private String ideally(boolean negated) {
    return isAuxiliary()
        ? first(verb) + " ideally" + (negated ? " not" : "") + after()
        : "ideally " + finite(negated);
  }

  private String finite(boolean negated) {
    return negated ? denied() + (isAuxiliary() ? "" : " " + base()) + after() : verb;
  }

  /** Returns the phrase for a time of a day: something that takes place starts then. */
  Phrase ofTime() {
    if (verb.equals(TAKES_PLACE)) {
      return new Phrase(subject, "starts", complement);
    }
    return verb.equals("take place") ? new Phrase(subject, "start", complement) : this;
  }

  /** Returns the question for a time of a day that is known; empty if there is no such question. */
  Optional<String> questionOfTime() {
    Phrase plain = ofTime();
    boolean isLabel = complement.isEmpty() && verb.equals("is");
    return isLabel || isOfHaving()
        ? Optional.empty()
        : Optional.of(
            "At what time "
                + lowered(new Phrase(plain.subject, plain.verb, plain.rest("")).question()));
  }

  private static String lowered(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** Returns the verb for something that happened on a day: was, sent. */
  String past() {
    String after = after().strip();
    if (verb.equals("is")) {
      return "was";
    }
    return HAVE.contains(first(verb)) && (after.equals("sent") || after.endsWith("ed"))
        ? after
        : verb;
  }

  /** Whether it says what its subject has, or has done. */
  boolean isOfHaving() {
    return HAVE.contains(first(verb));
  }

  /** Returns the short affirmative form: (it) is, (they) do, (it) has. */
  String affirmed() {
    return isAuxiliary() ? first(verb) : isPlural() ? "do" : "does";
  }

  /** Returns the short negative form: (it) is not, (they) do not, (it) has not. */
  String denied() {
    return affirmed() + " not";
  }

  /** Whether a complement names what the subject is: {@code is a local session}. */
  boolean isNoun(String said) {
    return BE.contains(verb)
        && (said.startsWith("a ")
            || said.startsWith("an ")
            || (verb.equals("are") && complement.startsWith(VALUE + " ")));
  }

  /** Whether a complement says how or where the subject is: {@code is in person}. */
  static boolean isOfPlace(String said) {
    return said.startsWith("in ") || said.startsWith("at ");
  }

  /** Whether the first word is an auxiliary: is, are, or has before a participle. */
  private boolean isAuxiliary() {
    String first = first(verb);
    return BE.contains(first) || (HAVE.contains(first) && !after().isEmpty());
  }

  private String after() {
    return verb.substring(first(verb).length());
  }

  private String base() {
    String first = first(verb);
    if (BE.contains(first)) {
      return "be";
    }
    if (HAVE.contains(first)) {
      return "have";
    }
    if (first.endsWith("ies")) {
      return first.substring(0, first.length() - 3) + "y";
    }
    if (SIBILANT.matcher(first).matches()) {
      return first.substring(0, first.length() - 2);
    }
    return first.endsWith("s") && !first.endsWith("ss")
        ? first.substring(0, first.length() - 1)
        : first;
  }

  /** Returns the yes/no question. */
  String question() {
    String start = isAuxiliary() ? first(verb) : affirmed();
    String middle = isAuxiliary() ? after() : " " + base() + after();
    return start.substring(0, 1).toUpperCase(Locale.ROOT)
        + start.substring(1)
        + " "
        + subject
        + middle
        + (complement.isEmpty() ? "" : " " + complement)
        + "?";
  }
}
