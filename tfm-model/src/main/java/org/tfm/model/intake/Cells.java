package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.criterion.Fact;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.WorkGroupType;

/** The kinds of cell. */
final class Cells {

  /** The word for an empty list, because an empty cell is a value that is not given. */
  static final String NONE = "none";

  /** Any text, spaces and all. */
  static final Cell TEXT = (text, reading) -> TextNode.valueOf(text);

  /** A text that people write, which may say that it is still to come. */
  static final Cell STATEMENT = Cells::statement;

  /** A word. */
  static final Cell WORD = (text, reading) -> TextNode.valueOf(Blanks.strip(text));

  /** A day and a time, read after the words of the form. */
  static final Cell MOMENT = (text, reading) -> TextNode.valueOf(Blanks.strip(text));

  static final Cell NUMBER = number("a number", ImmutableMap.of());
  static final Cell YEARS = number("a number of years such as `3`", units("year", "years"));
  static final Cell DAYS =
      number(
          "a number of days such as `2.5`",
          ImmutableMap.<String, BigDecimal>builder()
              .putAll(units("day", "days"))
              .put("half day", new BigDecimal("0.5"))
              .put("half days", new BigDecimal("0.5"))
              .buildOrThrow());
  static final Cell HALF_DAYS =
      whole(
          number(
              "a number of half days such as `3`",
              ImmutableMap.<String, BigDecimal>builder()
                  .putAll(units("half day", "half days"))
                  .put("day", BigDecimal.valueOf(2))
                  .put("days", BigDecimal.valueOf(2))
                  .buildOrThrow()));
  static final Cell HOURS =
      number("a number of hours such as `2.5`", units("hour", "hours", "hr", "hrs", "h"));
  static final Cell COUNT = whole(number("a whole number", ImmutableMap.of()));

  /** The number of a session, which people write after the word. */
  static final Cell NUMBER_OF_SESSION = Cells::numberOfSession;

  /** A percentage, with or without its sign. */
  static final Cell PERCENTAGE =
      (text, reading) -> NUMBER.value(Blanks.strip(text).replaceFirst("\\s*%$", ""), reading);

  /** The name of an intake, such as {@code January}. */
  static final Cell INTAKE = Cells::id;

  static final Cell YES_NO = Cells::yesNo;
  static final Cell YEAR = Cells::year;
  static final Cell URN = Cells::urn;

  /** The URN of the host of a session, which may not be known yet. */
  static final Cell HOST = orNotYet(URN);

  private static final Cell A_URN = number("a URN of 5 or 6 digits", ImmutableMap.of());
  static final Cell TRN = Cells::trn;
  static final Cell DAY = Moments::day;
  static final Cell TIME = Moments::time;

  private static final Labels TYPES = types();
  private static final Cell TYPE_ID = Cells::id;

  /** The id of a type of work group. */
  static final Cell TYPE =
      (text, reading) ->
          TYPES
              .find(text)
              .<JsonNode>map(TextNode::valueOf)
              .orElseGet(() -> TYPE_ID.value(text, reading));

  /** The id of a hub, or its name. */
  static final Cell HUB = Cells::hub;

  private static final Pattern MATHS_HUB =
      Pattern.compile("(?i)\\s+maths\\s+hub\\s*$", Pattern.UNICODE_CHARACTER_CLASS);

  /** A number that JSON has and that is no longer than JSON documents may have them. */
  private static final Pattern NUMBER_IN_JSON =
      Pattern.compile("(?=.{1,50}$)-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,4})?");

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:£ ?)?(-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,20}))(\\.[0-9]{1,10})?( ?½)?"
              + "(?: ?([a-z][a-z -]{0,40}))?\\.?");
  private static final Pattern WHOLE = Pattern.compile("(-?[0-9]{1,20})\\.0{1,10}");
  private static final Pattern NAME_OF_ID =
      Pattern.compile("[A-Za-z0-9]+(?:(?: & | and |[ -])[A-Za-z0-9]+){0,12}");
  private static final Pattern BETWEEN = Pattern.compile(" & | and | ");
  private static final Pattern YEARS_WRITTEN =
      Pattern.compile(
          "(?:academic year |school year |ay )?((?:20|19)?[0-9]{2}) ?(?:/|-|–|—|\\bto\\b) ?"
              + "((?:20|19)?[0-9]{2})");
  private static final Pattern ONE_YEAR = Pattern.compile("(?:20|19)[0-9]{2}(?:\\.0)?");
  private static final Pattern BEFORE_NUMBER =
      Pattern.compile("^(?:session|workshop|meeting)(?: number| no\\.?)? ?#?");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern LABELLED_URN =
      Pattern.compile("(?:urn ?:? ?)?([0-9 ]{1,20}?)(?:\\.0{1,4})?");
  private static final Pattern LAESTAB = Pattern.compile("[0-9]{3} ?/ ?[0-9]{4}|[1-9][0-9]{6}");
  private static final Pattern LABELLED_TRN =
      Pattern.compile(
          "(?:trn|teacher reference number|dfe number|dfe)? ?:? ?(?:rp ?/?-? ?)?"
              + "([0-9][0-9 /-]{0,30})(?:\\.0{1,4})?");
  private static final Pattern IN_TWO = Pattern.compile("[0-9]{2} ?[/-] ?[0-9]{5}");
  private static final ImmutableSet<String> MADE_UP =
      ImmutableSet.of("1234567", "7654321", "0123456", "2345678", "9876543", "0000001");
  private static final ImmutableSet<String> NOT_YET =
      ImmutableSet.of(
          "tbc",
          "tba",
          "n a",
          "na",
          "none",
          "not known",
          "unknown",
          "to follow",
          "to be confirmed",
          "pending",
          "awaiting",
          "not applicable",
          "don t know");
  private static final int TRN_LENGTH = 7;

  private static final DocumentReader READER = TfmJson.reader();

  private Cells() {}

  private static Labels types() {
    ImmutableListMultimap.Builder<String, String> labels = ImmutableListMultimap.builder();
    WorkGroupType.known()
        .forEach(
            (id, type) ->
                labels
                    .put(id, id)
                    .put(id, type.title())
                    .put(id, type.title() + " Work Group")
                    .put(id, id + " work group"));
    return Labels.of(labels.build());
  }

  private static ImmutableMap<String, BigDecimal> units(String... words) {
    ImmutableMap.Builder<String, BigDecimal> units = ImmutableMap.builder();
    for (String word : words) {
      units.put(word, BigDecimal.ONE);
    }
    return units.buildOrThrow();
  }

  /** Returns the cell of an answer to a question. */
  static Cell of(Fact fact) {
    return switch (fact.kind()) {
      case YES_NO -> YES_NO;
      case NUMBER ->
          fact.unit()
              .map(
                  unit ->
                      unit.equals("day")
                          ? DAYS
                          : number(
                              "a number",
                              units(
                                  Labels.fold(unit), Labels.fold(fact.units().orElse(unit + "s")))))
              .orElse(NUMBER);
      case CHOICE -> fact.choices().isEmpty() ? WORD : one(Labels.of(fact));
      case CHOICES ->
          fact.choices().isEmpty() ? new ListCell(WORD, text -> false) : many(Labels.of(fact));
      case DAY -> DAY;
      case TEXT -> TEXT;
    };
  }

  /** Returns the cell of one of these words. */
  static Cell one(Labels labels) {
    return new LabelCell(labels);
  }

  /** Returns the cell of any of these words. */
  static Cell many(Labels labels) {
    return new ListCell(one(labels), text -> labels.find(text).isPresent());
  }

  /**
   * Returns a cell of a number.
   *
   * @param expected what is expected, in words for people
   * @param units how many units of the value each unit is
   */
  private static Cell number(String expected, ImmutableMap<String, BigDecimal> units) {
    Problem problem = Problem.of(ProblemCode.WRONG_TYPE, "expected " + expected);
    return (text, reading) -> {
      String stripped = Blanks.strip(text);
      if (NUMBER_IN_JSON.matcher(stripped).matches()) {
        return READER.tree(stripped);
      }
      Matcher amount = AMOUNT.matcher(Moments.plain(stripped));
      String unit = amount.matches() && amount.group(4) != null ? Labels.fold(amount.group(4)) : "";
      if (!amount.matches() || !(unit.isEmpty() || units.containsKey(unit))) {
        return reading.refuseInForm(stripped, problem);
      }
      String decimals = amount.group(2) == null ? "" : amount.group(2);
      BigDecimal number = new BigDecimal(amount.group(1).replace(",", "") + decimals);
      if (amount.group(3) != null) {
        if (!decimals.isEmpty()) {
          return reading.refuseInForm(stripped, problem);
        }
        number = number.add(new BigDecimal("0.5"));
      }
      BigDecimal value =
          number.multiply(
              unit.isEmpty() ? BigDecimal.ONE : units.getOrDefault(unit, BigDecimal.ONE));
      return READER.tree(plain(value));
    };
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** Returns a cell of a whole number, which spreadsheets may write with a point. */
  private static Cell whole(Cell number) {
    return (text, reading) -> {
      Matcher whole = WHOLE.matcher(Blanks.strip(text));
      return number.value(whole.matches() ? whole.group(1) : text, reading);
    };
  }

  private static JsonNode numberOfSession(String text, Reading reading) {
    return COUNT.value(BEFORE_NUMBER.matcher(Moments.plain(text)).replaceFirst(""), reading);
  }

  private static JsonNode yesNo(String text, Reading reading) {
    return switch (Labels.fold(text)) {
      case "yes", "y", "true" -> BooleanNode.TRUE;
      case "no", "n", "false" -> BooleanNode.FALSE;
      default -> reading.refuseWord(text, Problem.of(ProblemCode.WRONG_TYPE, "expected yes or no"));
    };
  }

  /** An id, or a name that is an id in capitals and with spaces. */
  private static JsonNode id(String text, Reading reading) {
    String stripped = Blanks.strip(text);
    return TextNode.valueOf(
        NAME_OF_ID.matcher(stripped).matches()
            ? BETWEEN.matcher(Ascii.toLowerCase(stripped)).replaceAll("-")
            : stripped);
  }

  private static JsonNode hub(String text, Reading reading) {
    return id(MATHS_HUB.matcher(text).replaceFirst(""), reading);
  }

  private static JsonNode year(String text, Reading reading) {
    String plain = Moments.plain(text);
    Matcher years = YEARS_WRITTEN.matcher(plain);
    if (years.matches()) {
      return TextNode.valueOf(years.group(1) + "/" + years.group(2));
    }
    if (ONE_YEAR.matcher(plain).matches()) {
      int year = Integer.parseInt(plain.substring(0, 4));
      if (year > 1990 && year < 2098) {
        return reading.refuse(
            Problem.of(
                ProblemCode.INVALID_VALUE,
                "`%s` can mean the academic year %s or %s",
                year,
                AcademicYear.startingIn(year - 1),
                AcademicYear.startingIn(year)));
      }
    }
    return reading.refuseInForm(
        text, Problem.of(ProblemCode.WRONG_TYPE, "expected an academic year such as `2022/23`"));
  }

  private static JsonNode urn(String text, Reading reading) {
    String plain = Moments.plain(text);
    Matcher urn = LABELLED_URN.matcher(plain);
    if (LAESTAB.matcher(plain).matches()) {
      return reading.refuse(
          Problem.of(ProblemCode.INVALID_VALUE, "expected a URN of 5 or 6 digits")
              .withHint(
                  "Seven digits may be the number that the local authority uses. Look up the URN in"
                      + " the register of schools"));
    }
    String digits = urn.matches() ? urn.group(1).replace(" ", "") : "";
    return DIGITS.matcher(digits).matches() && digits.length() <= 9 && digits.charAt(0) != '0'
        ? IntNode.valueOf(Integer.parseInt(digits))
        : A_URN.value(text, reading);
  }

  /** Whether a cell says that the value is still to come, which the row then remarks. */
  private static boolean isNotYet(String text, Reading reading) {
    String folded = Labels.fold(text);
    boolean isNotYet = folded.isEmpty() || NOT_YET.contains(folded);
    if (isNotYet) {
      reading.remark(
          Problem.of(ProblemCode.MISSING, "the form has words that mean “not known yet”"));
    }
    return isNotYet;
  }

  /** Returns a cell that may also say that the value is still to come. */
  static Cell orNotYet(Cell cell) {
    return (text, reading) ->
        isNotYet(text, reading) ? MissingNode.getInstance() : cell.value(text, reading);
  }

  private static JsonNode statement(String text, Reading reading) {
    return isNotYet(text, reading) ? MissingNode.getInstance() : TextNode.valueOf(text);
  }

  private static JsonNode trn(String text, Reading reading) {
    if (isNotYet(text, reading)) {
      return MissingNode.getInstance();
    }
    Matcher labelled = LABELLED_TRN.matcher(Moments.plain(text));
    if (!labelled.matches()) {
      return TextNode.valueOf(Blanks.strip(text));
    }
    String written = Blanks.strip(labelled.group(1));
    String digits = written.replaceAll("[^0-9]", "");
    boolean isPlain = !written.contains("/") && !written.contains("-");
    if (digits.length() == TRN_LENGTH && (isPlain || IN_TWO.matcher(written).matches())) {
      if (MADE_UP.contains(digits) || digits.chars().distinct().count() == 1) {
        reading.remark(
            Problem.of(ProblemCode.INVALID_VALUE, "the number looks made up; a TRN is issued"));
      }
      return TextNode.valueOf(digits);
    }
    Problem length =
        Problem.of(
            ProblemCode.INVALID_VALUE,
            digits.length() == TRN_LENGTH
                ? "the separator is in an unexpected place; a TRN has seven digits"
                : "the number has "
                    + digits.length()
                    + (digits.length() == 1 ? " digit" : " digits")
                    + "; a TRN has seven");
    return reading.refuse(
        digits.length() == TRN_LENGTH - 1
            ? length.withHint(
                "Maybe a spreadsheet removed a zero at the start. Ask for the TRN, and format the"
                    + " column as text")
            : length);
  }
}
