package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.Sentences;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Ids;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.rules.language.CountExpression;
import org.tfm.rules.language.EntitlementWriter;
import org.tfm.rules.language.FactExpression;
import org.tfm.rules.language.Hours;
import org.tfm.rules.language.HubsExpression;
import org.tfm.rules.language.PriorityWriter;
import org.tfm.rules.language.ProvisionWriter;
import org.tfm.rules.language.RequirementWriter;
import org.tfm.rules.language.SinceLanguage;
import org.tfm.rules.language.TermsWriter;
import org.tfm.rules.language.UndertakingWriter;
import org.tfm.rules.language.Vocabulary;
import org.tfm.rules.language.WrittenFacts;

/**
 * Validates the parsed rules of a file against the words of the language and against their pack.
 *
 * <p>A file without problems compiles.
 */
final class RuleChecker {

  static final String CITES = "Cites";
  static final String READING = "Reading";
  static final String PROTECTED = "Protected";
  static final String DEROGATION = "Derogation";
  static final String EFFECTIVE_FROM = "EffectiveFrom";
  static final String EFFECTIVE_UNTIL = "EffectiveUntil";

  private static final ImmutableSet<String> ANNOTATIONS =
      ImmutableSet.of(CITES, READING, PROTECTED, DEROGATION, EFFECTIVE_FROM, EFFECTIVE_UNTIL);
  private static final ImmutableSet<String> TYPES = ImmutableSet.of("Offering", "SchoolKind");

  /** The word that asks for the work groups of one year, {@link Vocabulary#participationIn}. */
  private static final String IN_ONE_YEAR = "participationIn";

  /** The word with the last day of a claim, {@link EntitlementWriter#claimedBy}. */
  private static final String LAST_DAY = "claimedBy";

  /** The words that compare days. */
  private static final ImmutableSet<String> IN_TIME =
      ImmutableSet.of("isBy", "isFrom", "isBetween");

  /** The words that compare with words, which people write for numbers and days too. */
  private static final ImmutableSet<String> IS = ImmutableSet.of("is", "in");

  /** The words for keys of documents that are not words of rules themselves. */
  private static final ImmutableMap<String, String> DOCUMENT_KEYS =
      ImmutableMap.<String, String>builder()
          .put("sessionDate", "date")
          .put("number", "sessionNumber")
          .put("kind", "sessionKind")
          .put("sessionVenue", "venue")
          .put("sessionMode", "mode")
          .put("submittedOn", "submitted")
          .put("submittedAt", "submitted")
          .put("submittedBy", "applicant")
          .put("expressionOfInterestOn", "expressionOfInterest")
          .put("history", "participation")
          .put("lead", "leadRole")
          .buildOrThrow();

  private static final ImmutableMap<Class<?>, String> TERMS =
      ImmutableMap.of(
          RequirementWriter.class, "a requirement",
          EntitlementWriter.class, "a grant or charge",
          UndertakingWriter.class, "an undertaking",
          ProvisionWriter.class, "a provision",
          PriorityWriter.class, "a priority");

  private static final String IN_DAYS = "Write a length as `days(…)`, `halfDays(…)` or `hours(…)`";
  private static final String IN_DATE =
      "The time is part of `date()`, as in `date().isFrom(\"2025-10-03 13:00\")`";

  /** What to write instead of words that people expect and the language does not have. */
  private static final ImmutableMap<String, String> INSTEAD =
      ImmutableMap.of(
          "weeks", IN_DAYS,
          "minutes", IN_DAYS,
          "startTime", IN_DATE,
          "startsAt", IN_DATE,
          "time", IN_DATE);

  private static final int MOST_LISTED = 20;
  private static final int DAY_LENGTH = 10;

  private final String file;
  private final Publisher publisher;
  private final Problems problems;

  RuleChecker(String file, Publisher publisher, Problems problems) {
    this.file = file;
    this.publisher = publisher;
    this.problems = problems;
  }

  void check(RuleFile parsed) {
    String type = file.substring(0, file.length() - ".drl".length());
    if (!Ids.isId(type)) {
      problems.add(
          Problem.of(ProblemCode.INVALID_VALUE, "`%s` is not a valid name of a rule file", type)
              .withHint("Use lower-case words joined by hyphens")
              .inFile(file, 1, 1));
      return;
    }
    String expected = publisher.packageOf(file);
    if (!parsed.packageName().isEmpty() && !parsed.packageName().equals(expected)) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "the package is `%s`; expected `%s`",
                  parsed.packageName(),
                  expected)
              .withHint("The name of a package is made of hub, year and file name")
              .inFile(file, 1, 1));
    }
    Set<String> names = new HashSet<>();
    for (Rule rule : parsed.rules()) {
      if (problems.isFull()) {
        return;
      }
      if (!Ids.isId(rule.name().text())) {
        problem(
            rule.name(),
            Problem.of(
                    ProblemCode.INVALID_VALUE,
                    "%s is not a valid name of a rule",
                    rule.name().shown())
                .withHint("Use lower-case words joined by hyphens"));
      } else if (!names.add(rule.name().text())) {
        problem(
            rule.name(),
            Problem.of(
                ProblemCode.DUPLICATE, "two rules in this file are named %s", rule.name().shown()));
      }
      checkAnnotations(rule);
      checkWhen(rule);
      checkThen(rule);
    }
  }

  private void problem(Token at, Problem problem) {
    problems.add(at, file, problem);
  }

  private void checkAnnotations(Rule rule) {
    rule.annotations()
        .forEach(
            (name, value) -> {
              if (!ANNOTATIONS.contains(name)) {
                problem(
                    value,
                    Problem.of(ProblemCode.UNKNOWN_WORD, "unknown annotation `@%s`", name)
                        .withHint(DidYouMean.hint(name, ANNOTATIONS)));
              } else if (Blanks.isBlank(value.text())) {
                problem(value, Problem.of(ProblemCode.MISSING, "`@%s` is empty", name));
              }
            });
    Token cites = rule.annotations().get(CITES);
    if (cites == null) {
      problem(
          rule.name(),
          Problem.of(ProblemCode.MISSING, "the rule %s has no citation", rule.name().shown())
              .withHint("Add `@Cites(\"source: place\")`"));
      return;
    }
    checkCitation(cites);
    Token derogation = rule.annotations().get(DEROGATION);
    if (derogation != null) {
      checkCitation(derogation);
    }
    Optional<LocalDate> from = date(rule, EFFECTIVE_FROM);
    Optional<LocalDate> until = date(rule, EFFECTIVE_UNTIL);
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      problem(
          rule.name(),
          Problem.of(
              ProblemCode.CONTRADICTION,
              "the rule %s ends on %s, before it starts on %s",
              rule.name().shown(),
              until.get(),
              from.get()));
    }
  }

  private void checkCitation(Token cites) {
    if (!Blanks.isBlank(cites.text())) {
      Citations.problems(cites.text(), publisher.sources().keySet())
          .forEach(problem -> problem(cites, problem));
    }
  }

  private Optional<LocalDate> date(Rule rule, String annotation) {
    Token written = rule.annotations().get(annotation);
    if (written == null) {
      return Optional.empty();
    }
    try {
      LocalDate day = day(written.text());
      if (publisher.year().map(year -> !year.contains(day)).orElse(false)) {
        problem(
            written,
            Problem.of(
                    ProblemCode.CONTRADICTION,
                    "`@%s` is %s, which is not in %s",
                    annotation,
                    day,
                    publisher.year().get())
                .withHint("The academic year runs from 1 September to 31 August"));
      }
      return Optional.of(day);
    } catch (DateTimeParseException e) {
      problem(
          written,
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "`@%s` is %s, which is not a date",
                  annotation,
                  written.shown())
              .withHint("Write a date such as `\"2023-01-31\"`"));
      return Optional.empty();
    }
  }

  /** Returns a day of a year with four digits. */
  private static LocalDate day(String text) {
    if (text.length() != DAY_LENGTH) {
      throw new DateTimeParseException("not a day", text, 0);
    }
    return LocalDate.parse(text);
  }

  private void checkWhen(Rule rule) {
    Map<String, Token> seen = new HashMap<>();
    for (Pattern pattern : rule.when()) {
      String type = pattern.type().text();
      if (!TYPES.contains(type)) {
        problem(
            pattern.type(),
            Problem.of(
                    ProblemCode.NOT_ALLOWED,
                    "unexpected %s; expected `Offering` or `SchoolKind`",
                    pattern.type().shown())
                .withHint(DidYouMean.hint(type, TYPES)));
        continue;
      }
      if (seen.put(type, pattern.type()) != null) {
        problem(
            pattern.type(),
            Problem.of(ProblemCode.DUPLICATE, "`%s` appears twice in one rule", type)
                .withHint("Put all its conditions in one pair of brackets"));
      }
      pattern.conditions().forEach(condition -> checkCondition(type, condition));
    }
  }

  private void checkCondition(String type, Condition condition) {
    if (condition instanceof Condition.Joined joined) {
      joined.parts().forEach(part -> checkCondition(type, part));
    } else if (condition instanceof Condition.Negated negated) {
      checkCondition(type, negated.part());
    } else if (condition instanceof Condition.Flag flag) {
      property(type, flag.property())
          .filter(words -> !words.isEmpty() || type.equals("Offering"))
          .ifPresent(
              words ->
                  problem(
                      flag.property(),
                      Problem.of(
                              ProblemCode.WRONG_TYPE,
                              "%s is not a yes/no property",
                              flag.property().shown())
                          .withHint(
                              "Compare it, as in `"
                                  + flag.property().text()
                                  + " == "
                                  + words.stream().findFirst().orElse("…")
                                  + "`")));
    } else if (condition instanceof Condition.Among among) {
      property(type, among.property())
          .ifPresent(words -> among.words().forEach(word -> compare(among, words, word)));
    }
  }

  /** The words that a property can have; reports a problem and is empty for an unknown property. */
  private Optional<Set<String>> property(String type, Token property) {
    if (type.equals("Offering")) {
      if (property.text().equals("type")) {
        return Optional.of(Set.copyOf(publisher.offers()));
      }
      problem(
          property,
          Problem.of(
                  ProblemCode.UNKNOWN_WORD,
                  "unknown property %s of an `Offering`; expected `type`",
                  property.shown())
              .withHint("The pack sets the hub and the year"));
      return Optional.empty();
    }
    Set<String> words = Words.SCHOOL_KIND.get(property.text());
    if (words == null) {
      problem(
          property,
          Problem.of(
                  ProblemCode.UNKNOWN_WORD,
                  "unknown property %s of a `SchoolKind`",
                  property.shown())
              .withHint(hint(property.text(), Words.SCHOOL_KIND.keySet())));
    }
    return Optional.ofNullable(words);
  }

  private void compare(Condition.Among among, Set<String> words, Token word) {
    boolean type = among.property().text().equals("type");
    if (!type && words.isEmpty()) {
      problem(
          among.property(),
          Problem.of(ProblemCode.WRONG_TYPE, "%s is a yes/no property", among.property().shown())
              .withHint(
                  "Write `" + among.property().text() + "` or `!" + among.property().text() + "`"));
    } else if (type != (word.kind() == Token.Kind.TEXT)) {
      problem(
          word,
          Problem.of(
                  ProblemCode.WRONG_TYPE,
                  "%s cannot be compared with `%s`",
                  word.shown(),
                  among.property().text())
              .withHint(type ? "Write it in quotes" : "Write it without quotes"));
    } else if (!words.contains(word.text())) {
      problem(
          word,
          Problem.of(
                  ProblemCode.UNKNOWN_WORD,
                  type
                      ? "this pack does not offer the type %s"
                      : "unknown " + among.property().text() + " %s",
                  word.shown())
              .withHint(DidYouMean.hint(word.text(), words)));
    }
  }

  private void checkThen(Rule rule) {
    if (rule.then().isEmpty()) {
      problem(
          rule.name(),
          Problem.of(
              ProblemCode.MISSING, "the rule %s has no term after `then`", rule.name().shown()));
    }
    for (Expression statement : rule.then()) {
      Optional<Class<?>> type = type(statement);
      type.map(Words.ONCE::get).ifPresent(once -> checkOnce((Expression.Call) statement, once));
      type.ifPresent(of -> checkPhrases((Expression.Call) statement, of));
      if (type.isPresent() && !isSaid(type.get())) {
        problem(
            ((Expression.Call) statement).at(),
            Problem.of(ProblemCode.NOT_ALLOWED, "this is not a term; it belongs inside one")
                .withHint("As in `terms.eligibility(\"…\").must(…)`"));
      }
    }
  }

  /** Rejects a second amount, purpose or strength: the last would win. */
  private void checkOnce(Expression.Call term, Map<ImmutableSet<String>, String> once) {
    List<Token> words = words(term).stream().map(Expression.Call::at).toList();
    once.forEach(
        (alternatives, hint) ->
            words.stream()
                .filter(word -> alternatives.contains(word.text()))
                .skip(1)
                .findFirst()
                .ifPresent(
                    second ->
                        problem(
                            second,
                            Problem.of(
                                    ProblemCode.DUPLICATE,
                                    "unexpected %s; the term already has `%s`",
                                    second.shown(),
                                    words.stream()
                                        .map(Token::text)
                                        .filter(alternatives::contains)
                                        .findFirst()
                                        .orElseThrow())
                                .withHint(hint))));
  }

  /** The calls of a term after the first, which names it, in their order. */
  private static List<Expression.Call> words(Expression.Call term) {
    List<Expression.Call> words = new ArrayList<>();
    Expression.Call call = term;
    while (call.on().isPresent() && call.on().get() instanceof Expression.Call before) {
      words.add(0, call);
      call = before;
    }
    return words;
  }

  /** Rejects texts that would not make a sentence with the words around them. */
  private void checkPhrases(Expression.Call term, Class<?> type) {
    for (Expression.Call word : words(term)) {
      if (!word.arguments().isEmpty() && word.arguments().get(0) instanceof Expression.Text text) {
        Phrases.problem(type, word.at().text(), text.at().text())
            .ifPresent(problem -> problem(text.at(), problem));
      }
    }
  }

  /** Whether a statement of this type writes or withdraws a term. */
  private static boolean isSaid(Class<?> type) {
    return type == void.class || Supplier.class.isAssignableFrom(type);
  }

  /** The type of an expression; reports a problem and is empty if it has none. */
  private Optional<Class<?>> type(Expression expression) {
    if (expression instanceof Expression.Text) {
      return Optional.of(String.class);
    }
    if (expression instanceof Expression.Figure number) {
      return number(number);
    }
    if (expression instanceof Expression.Name name) {
      return name(name.at(), ImmutableList.of());
    }
    return call((Expression.Call) expression);
  }

  private Optional<Class<?>> number(Expression.Figure number) {
    if (number.at().text().length() > 9
        || number.at().text().chars().filter(c -> c == '.').count() > 1) {
      problem(
          number.at(),
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "%s is not a number, or is too long",
              number.at().shown()));
      return Optional.empty();
    }
    if (number.at().text().matches("0[0-9].*")) {
      problem(
          number.at(),
          Problem.of(ProblemCode.INVALID_VALUE, "%s starts with a zero", number.at().shown())
              .withHint("Remove the zero"));
      return Optional.empty();
    }
    return Optional.of(number.isDecimal() ? double.class : int.class);
  }

  /** The type of a name; if it is unknown, the message lists the words that are possible there. */
  private Optional<Class<?>> name(Token name, List<String> possible) {
    if (name.text().equals("terms")) {
      return Optional.of(TermsWriter.class);
    }
    Enum<?> constant = Words.CONSTANTS.get(name.text());
    if (constant == null) {
      problem(
          name,
          Problem.of(ProblemCode.UNKNOWN_WORD, "unknown word %s", name.shown())
              .withHint(
                  isCallOn(Vocabulary.class, name)
                      ? "Maybe `" + name.text() + "()`?"
                      : possible.isEmpty() || possible.size() > MOST_LISTED
                          ? nearest(name)
                          : hint(name.text(), possible)));
      return Optional.empty();
    }
    return Optional.of(constant.getDeclaringClass());
  }

  private static String nearest(Token word) {
    String hint = DidYouMean.hint(word.text(), Words.CONSTANTS.keySet());
    return hint.isEmpty()
        ? "RULE-WORDS.md lists the words in capitals; a name is in quotes, such as `\"Cumbria\"`"
        : hint;
  }

  private Optional<Class<?>> call(Expression.Call call) {
    Optional<Class<?>> on =
        call.on().isPresent() ? type(call.on().get()) : Optional.of(Vocabulary.class);
    List<Class<?>> arguments = new ArrayList<>();
    boolean complete = on.isPresent();
    for (Expression argument : call.arguments()) {
      Optional<Class<?>> type =
          argument instanceof Expression.Name name
              ? name(name.at(), possible(call, on))
              : type(argument);
      type.ifPresent(arguments::add);
      complete &= type.isPresent();
    }
    Optional<Class<?>> type =
        complete ? resolve(call.at(), on.orElseThrow(), arguments) : Optional.empty();
    if (type.isPresent() && call.on().isEmpty() && call.at().is(IN_ONE_YEAR)) {
      checkYear(call.arguments().get(0).at());
    }
    if (type.isPresent()
        && on.equals(Optional.of(FactExpression.class))
        && IN_TIME.contains(call.at().text())) {
      checkMoments(call.arguments());
    }
    if (type.isPresent()
        && on.equals(Optional.of(EntitlementWriter.class))
        && call.at().is(LAST_DAY)) {
      checkDay(call.arguments().get(0).at());
    }
    return type;
  }

  /** The words in capitals that an argument of a call can be; empty if it can be any. */
  private static ImmutableList<String> possible(Expression.Call call, Optional<Class<?>> on) {
    if (call.on().isPresent() && call.on().get() instanceof Expression.Call asked) {
      ImmutableList<String> choices = WrittenFacts.choices(asked.at().text());
      if (asked.on().isEmpty() && !choices.isEmpty()) {
        return choices;
      }
    }
    return on.stream()
        .flatMap(type -> Words.callsOn(type).stream())
        .filter(method -> method.getName().equals(call.at().text()))
        .flatMap(method -> Stream.of(method.getParameterTypes()))
        .filter(Class::isEnum)
        .flatMap(type -> Stream.of(type.getEnumConstants()))
        .map(String::valueOf)
        .collect(ImmutableList.toImmutableList());
  }

  /** Checks the days of a comparison; numbers have the same words. */
  private void checkMoments(List<Expression> bounds) {
    for (Expression bound : bounds) {
      if (bound instanceof Expression.Text text) {
        try {
          Moment.parse(text.at().text());
        } catch (InvalidInputException e) {
          problem(
              text.at(),
              Problem.of(
                  ProblemCode.INVALID_VALUE,
                  text.at().shown() + " is not a day; " + e.getMessage()));
        }
      }
    }
  }

  private void checkDay(Token written) {
    try {
      day(written.text());
    } catch (DateTimeParseException e) {
      problem(
          written,
          Problem.of(ProblemCode.INVALID_VALUE, "%s is not a date", written.shown())
              .withHint("Write a date such as `\"2023-01-31\"`"));
    }
  }

  /** Checks that the year is valid and not after the year of the pack. */
  private void checkYear(Token written) {
    AcademicYear year;
    try {
      year = AcademicYear.parse(written.text());
    } catch (IllegalArgumentException e) {
      problem(written, Problem.of(ProblemCode.INVALID_VALUE, String.valueOf(e.getMessage())));
      return;
    }
    if (publisher.year().map(own -> own.isBefore(year)).orElse(false)) {
      problem(
          written,
          Problem.of(
              ProblemCode.CONTRADICTION,
              "%s is after the year of the pack; expected `%s` or an earlier year",
              written.shown(),
              publisher.year().get()));
    }
  }

  private Optional<Class<?>> resolve(Token name, Class<?> on, List<Class<?>> arguments) {
    List<Method> named =
        Words.callsOn(on).stream().filter(m -> m.getName().equals(name.text())).toList();
    if (named.isEmpty()) {
      List<String> known = Words.callsOn(on).stream().map(Method::getName).distinct().toList();
      problem(
          name,
          Problem.of(
                  ProblemCode.NOT_ALLOWED,
                  known.isEmpty()
                      ? "unexpected %s; nothing can follow here"
                      : on == Vocabulary.class ? "unknown word %s" : "unexpected word %s",
                  name.shown())
              .withHint(
                  on == Vocabulary.class ? ofVocabulary(name, known) : ofTerm(name, on, known)));
      return Optional.empty();
    }
    Optional<Method> fitting = named.stream().filter(method -> fits(method, arguments)).findFirst();
    if (fitting.isEmpty()) {
      problem(
          name,
          Problem.of(
                  ProblemCode.WRONG_TYPE,
                  arguments.isEmpty()
                      ? "the brackets of %s are empty"
                      : "%s does not take " + describe(arguments),
                  name.shown())
              .withHint(
                  named.stream()
                          .map(method -> describe(List.of(method.getParameterTypes())))
                          .distinct()
                          .collect(Collectors.joining(" or ", "Expected ", ""))
                      + (on == FactExpression.class && IS.contains(name.text())
                          ? "; a number is compared with `isExactly`, a day with `isBetween`"
                          : "")));
      return Optional.empty();
    }
    checkLanguage(name, fitting.get());
    return fitting.map(Method::getReturnType);
  }

  private static String ofVocabulary(Token name, List<String> known) {
    String word = DOCUMENT_KEYS.get(name.text());
    String instead = INSTEAD.get(name.text());
    if (instead != null) {
      return instead;
    }
    return word != null
        ? "Maybe `" + word + "()`?"
        : isCallOn(TermsWriter.class, name)
            ? "Maybe `terms." + name.text() + "`?"
            : hint(name.text(), known);
  }

  /** A hint that names the terms that have the word, if the word is one of other terms. */
  private static String ofTerm(Token name, Class<?> on, List<String> known) {
    List<String> others =
        TERMS.keySet().stream()
            .filter(type -> type != on && TERMS.containsKey(on) && isCallOn(type, name))
            .map(TERMS::get)
            .toList();
    return others.isEmpty()
        ? hint(name.text(), known)
        : "Only " + Sentences.list(others, "or") + " has `" + name.text() + "`";
  }

  /** Rejects a word that is newer than the language that the pack says it uses. */
  private void checkLanguage(Token name, Method word) {
    SinceLanguage since = word.getAnnotation(SinceLanguage.class);
    if (since != null && since.value() > publisher.language()) {
      problem(
          name,
          Problem.of(
                  ProblemCode.NOT_ALLOWED,
                  "%s is a word of rule language %s; the pack uses language %s",
                  name.shown(),
                  since.value(),
                  publisher.language())
              .withHint("Write `language: " + since.value() + "` in publisher.yaml"));
    }
  }

  /** A hint with the nearest words; if none is near, with all of them if they are few. */
  private static String hint(String read, Collection<String> known) {
    String nearest = DidYouMean.hint(read, known);
    return nearest.isEmpty() && !known.isEmpty() && known.size() <= MOST_LISTED
        ? (known.size() == 1 ? "Expected `" : "Expected one of `")
            + String.join("`, `", known)
            + "`"
        : nearest;
  }

  private static boolean isCallOn(Class<?> type, Token name) {
    return Words.callsOn(type).stream().anyMatch(call -> call.getName().equals(name.text()));
  }

  private static boolean fits(Method method, List<Class<?>> arguments) {
    Class<?>[] parameters = method.getParameterTypes();
    if (!method.isVarArgs()) {
      if (parameters.length != arguments.size()) {
        return false;
      }
      for (int i = 0; i < parameters.length; i++) {
        if (!parameters[i].isAssignableFrom(arguments.get(i))) {
          return false;
        }
      }
      return true;
    }
    Class<?> each = parameters[0].getComponentType();
    return !arguments.isEmpty() && arguments.stream().allMatch(each::isAssignableFrom);
  }

  private static String describe(List<Class<?>> types) {
    return types.isEmpty()
        ? "empty brackets"
        : types.size() == 2 && types.get(0) == types.get(1)
            ? "two " + severalOf(describe(types.get(0)).substring("a ".length()))
            : String.join(" and ", types.stream().map(RuleChecker::describe).toList());
  }

  /** Returns the plural of a noun that words can follow: {@code times such as}. */
  private static String severalOf(String noun) {
    return noun.equals("criterion") ? "criteria" : noun.replaceFirst("( such as .*)?$", "s$1");
  }

  private static String describe(Class<?> type) {
    if (type.isArray()) {
      return describe(type.getComponentType()) + ", or several";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type == int.class) {
      return "a whole number";
    }
    if (type == double.class) {
      return "a number with a fraction";
    }
    if (Enum.class.isAssignableFrom(type)) {
      return "a word in capitals";
    }
    if (type == FactExpression.class) {
      return "a fact without a comparison";
    }
    if (type == CountExpression.class) {
      return "a count without a comparison";
    }
    if (type == HubsExpression.class) {
      return "hubs without a comparison";
    }
    if (Criterion.class.isAssignableFrom(type)) {
      return "a criterion";
    }
    if (type == ReleaseTime.class) {
      return "a time such as `days(10)`";
    }
    if (type == Hours.class) {
      return "a length such as `hours(3)`";
    }
    if (type == void.class) {
      return "a withdrawal";
    }
    if (Supplier.class.isAssignableFrom(type)) {
      return "a term";
    }
    if (type == Money.class) {
      return "an amount such as `pounds(1000)`";
    }
    return "`terms`";
  }
}
