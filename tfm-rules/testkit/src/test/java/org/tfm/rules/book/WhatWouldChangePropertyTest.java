package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.advice.Change;
import org.tfm.model.advice.Obstacle;
import org.tfm.model.advice.Question;
import org.tfm.model.advice.Questionnaire;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Participation;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.testkit.TfmArbitraries;

/** The suggested changes and the next questions under the bundled policies. */
class WhatWouldChangePropertyTest {

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final String OF_ONE_YEAR = "participation-in-";
  private static final String IN_SAME_YEAR = OF_ONE_YEAR + "the-same-year";
  private static final PolicyBook BOOK = PolicyBook.bundled();

  @Provide
  Arbitrary<Application> applications() {
    return Arbitraries.of(
            BOOK.packs().stream()
                .flatMap(
                    pack ->
                        pack.offers().stream()
                            .map(
                                type ->
                                    Offering.of(
                                        pack.hub().id(),
                                        type,
                                        pack.year().orElse(AcademicYear.startingIn(2021)))))
                .toList())
        .flatMap(offering -> TfmArbitraries.of(BOOK, offering).applications());
  }

  private static Terms terms(Application application) {
    return BOOK.terms(application.offering(), application.school().kind());
  }

  @Property
  void aSchoolThatMakesTheChangesIsAnsweredWithYes(
      @ForAll("applications") Application application) {
    WhatWouldChange changes = WhatWouldChange.of(BOOK, application);
    for (ImmutableList<Change> way : changes.ways()) {
      Application changed = made(way, application);
      assertThat(terms(changed).assess(changed).verdict()).as("%s", way).isEqualTo(Verdict.YES);
    }
  }

  @Property
  void noChangeOfAWayCanBeLeftOut(@ForAll("applications") Application application) {
    WhatWouldChange changes = WhatWouldChange.of(BOOK, application);
    for (ImmutableList<Change> way : changes.ways()) {
      for (Change one : way) {
        // Without the person the other changes are about nobody.
        if (!isList(one)) {
          List<Change> rest = way.stream().filter(change -> !change.equals(one)).toList();
          assertThat(isYes(rest, application)).as("%s without %s", way, one).isFalse();
        }
      }
    }
  }

  private static boolean isYes(List<Change> changes, Application application) {
    try {
      Application changed = made(changes, application);
      return terms(changed).assess(changed).verdict() == Verdict.YES;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  @Property
  void everyObstacleNamesItsReason(@ForAll("applications") Application application) {
    Terms terms = terms(application);
    WhatWouldChange changes = WhatWouldChange.of(BOOK, application);
    Set<String> open = new HashSet<>();
    terms.assess(application).findings().forEach(finding -> open.add(finding.term()));
    boolean isNothingRequired = terms.assess(application).verdict() == Verdict.NOT_STATED;
    if (!changes.cutShort()) {
      assertThat(changes.obstacles().isEmpty())
          .isEqualTo(changes.isPossible() || isNothingRequired);
    }
    assertThat(changes.obstacles()).extracting(Obstacle::term).isSubsetOf(open);
  }

  @Property(tries = 100)
  void theQuestionsComeToAnEnd(@ForAll("applications") Application application) {
    Set<Question> left = new HashSet<>();
    Optional<Question> next = Questionnaire.next(BOOK, application, left);
    while (next.isPresent()) {
      assertThat(left.add(next.get())).as("%s", next).isTrue();
      next = Questionnaire.next(BOOK, application, left);
    }
    assertThat(left.size()).isLessThan(100);
  }

  @Property(tries = 500)
  void answeringLeadsToASettledVerdict(
      @ForAll("applications") Application application, @ForAll Random random) {
    Application known = application;
    for (int asked = 0; asked < 100; asked++) {
      Optional<Question> next = Questionnaire.next(BOOK, known);
      Verdict verdict = terms(known).verdict(known);
      assertThat(next.isPresent()).isEqualTo(verdict == Verdict.MORE_INFORMATION_NEEDED);
      if (next.isEmpty()) {
        return;
      }
      known = answered(next.get(), known, random);
    }
    fail("still asking after 100 answers");
  }

  /** Returns the application with a possible answer. */
  private static Application answered(Question question, Application known, Random random) {
    for (int tries = 0; tries < 100; tries++) {
      try {
        return question.answer(known, someAnswer(question, random));
      } catch (InvalidInputException e) {
        // It contradicts another answer, or the school.
      }
    }
    throw new AssertionError("no answer is taken to " + question);
  }

  private static Object someAnswer(Question question, Random random) {
    if (question.fact().at().equals("history")) {
      return Stream.of("primary-readiness", "primary-development", "primary-embedding")
          .filter(type -> random.nextBoolean())
          .map(
              type ->
                  Participation.builder()
                      .type(type)
                      .year(AcademicYear.startingIn(2016 + random.nextInt(9)))
                      .build())
          .toList();
    }
    List<String> words =
        question.fact().choices().isEmpty()
            ? List.of("primary-readiness", "primary-development", "primary-embedding")
            : question.fact().choices();
    return switch (question.fact().kind()) {
      case YES_NO -> random.nextBoolean();
      case NUMBER -> random.nextInt(13);
      case CHOICE -> words.get(random.nextInt(words.size()));
      case CHOICES -> words.subList(0, random.nextInt(words.size() + 1));
      case DAY -> "2022-05-03";
      case TEXT -> String.format("%07d", 1 + random.nextInt(9_999_998));
    };
  }

  /** Applies the suggested changes to the application. */
  private static Application made(List<Change> way, Application application) {
    ObjectNode document = (ObjectNode) TfmJson.tree(application);
    way.stream()
        .filter(change -> isList(change) && change.of().isEmpty())
        .forEach(change -> add(document, change));
    way.stream()
        .filter(change -> !isList(change) && !isSum(change))
        // Work groups of one year are added to those of all years.
        .sorted(Comparator.comparing(WhatWouldChangePropertyTest::isOfOneYear))
        .forEach(change -> set(document, change, terms(application).answerFacts()));
    way.stream().filter(change -> isList(change)).forEach(change -> leaveOut(document, change));
    // The sum is that of the remaining people.
    way.stream().filter(change -> isSum(change)).forEach(change -> release(document, change));
    return TfmJson.reader().read(document, Application.class);
  }

  private static boolean isList(Change change) {
    return change.fact().equals("lead-participants");
  }

  private static boolean isOfOneYear(Change change) {
    return change.fact().startsWith(OF_ONE_YEAR);
  }

  private static boolean isSum(Change change) {
    return change.fact().equals("combined-release");
  }

  private static void add(ObjectNode document, Change change) {
    ArrayNode people = document.withArray("leadParticipants");
    int different = change.from().equals("not given") ? 0 : number(change.from());
    for (int i = different; i < number(change.to()); i++) {
      people.addObject();
    }
  }

  /** The number in a text such as {@code 1 lead participant so far}. */
  private static int number(String text) {
    return Integer.parseInt(text.replaceFirst(" .*", ""));
  }

  private static void leaveOut(ObjectNode document, Change change) {
    List<Integer> places =
        change.of().isEmpty()
            ? List.of()
            : Splitter.on(", ").splitToStream(change.of()).map(of -> place(of)).toList();
    for (int i = places.size() - 1; i >= 0; i--) {
      ((ArrayNode) document.get("leadParticipants")).remove(places.get(i));
    }
  }

  private static int place(String of) {
    return Integer.parseInt(of.replaceAll("\\D", "")) - 1;
  }

  private static ObjectNode ofPerson(ObjectNode document, Change change, String before) {
    ObjectNode person = (ObjectNode) document.at("/leadParticipants/" + place(change.of()));
    return before.equals("/leadParticipants") ? person : person.withObject("/answers");
  }

  private static void set(ObjectNode document, Change change, Map<String, Fact> facts) {
    if (change.at().endsWith("history")) {
      ObjectNode owner =
          change.of().isEmpty() ? document : ofPerson(document, change, "/leadParticipants");
      ArrayNode history =
          isOfOneYear(change) ? owner.withArray("history") : owner.putArray("history");
      AcademicYear offered = AcademicYear.parse(document.at("/offering/year").textValue());
      AcademicYear year =
          change.fact().equals(IN_SAME_YEAR)
              ? offered
              : isOfOneYear(change)
                  ? AcademicYear.parse(
                      change.fact().substring(OF_ONE_YEAR.length()).replace('-', '/'))
                  : offered.previous();
      words(change.to())
          .forEach(
              title -> {
                ObjectNode one =
                    history.addObject().put("type", type(title)).put("year", year.toString());
                if (change.fact().contains("completed")) {
                  one.put("completed", true);
                }
              });
    } else if (change.fact().equals("applies-individually")) {
      document.put("submittedBy", change.to().equals("yes") ? "SCHOOL" : "TRUST_FOR_SEVERAL");
    } else {
      String at = change.at().replace("[]", "");
      int dot = at.lastIndexOf('.');
      String before = dot < 0 ? "" : "/" + at.substring(0, dot).replace('.', '/');
      ObjectNode parent =
          change.of().isEmpty()
              ? before.isEmpty() ? document : document.withObject(before)
              : ofPerson(document, change, before);
      parent.set(at.substring(dot + 1), value(change, facts));
      if (change.fact().equals("teachers-using-mastery")) {
        // A corrected number also corrects the answer that follows from it.
        parent.remove("most-teachers-using-mastery");
      }
    }
  }

  private static String type(String title) {
    return WorkGroupType.known().values().stream()
        .filter(type -> type.title().equals(title))
        .map(WorkGroupType::id)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode value(Change change, Map<String, Fact> facts) {
    if (change.fact().equals("trn")) {
      return TfmJson.tree("990000" + (place(change.of()) + 1));
    }
    if (change.to().equals("yes") || change.to().equals("no")) {
      return TfmJson.tree(change.to().equals("yes"));
    }
    Fact fact =
        Optional.ofNullable(Facts.all().get(change.fact()))
            .or(() -> Optional.ofNullable(facts.get(change.fact())))
            .orElseThrow();
    if (fact.kind() == FactKind.DAY) {
      return TfmJson.tree(LocalDate.parse(change.to().replaceFirst("^(.* )?on ", ""), WRITTEN));
    }
    if (fact.kind() == FactKind.NUMBER || Character.isDigit(change.to().charAt(0))) {
      BigDecimal number = number(change);
      return number.stripTrailingZeros().scale() <= 0
          ? TfmJson.tree(number.intValueExact())
          : TfmJson.tree(number);
    }
    List<String> words = words(change.to()).stream().map(name -> choice(fact, name)).toList();
    return isListOfWords(change, facts) ? TfmJson.tree(words) : TfmJson.tree(words.get(0));
  }

  /** The word of a list that people call by this name. */
  private static String choice(Fact fact, String name) {
    if (fact.choices().isEmpty()) {
      return name;
    }
    return fact.choices().stream()
        .filter(word -> fact.name(word).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isListOfWords(Change change, Map<String, Fact> facts) {
    Fact fact = Facts.all().getOrDefault(change.fact(), facts.get(change.fact()));
    return fact != null && fact.kind() == FactKind.CHOICES;
  }

  private static List<String> words(String text) {
    return text.equals("none") ? List.of() : Splitter.onPattern(", | and ").splitToList(text);
  }

  private static BigDecimal number(Change change) {
    return new BigDecimal(change.to().replaceAll("[^0-9.]", ""));
  }

  /** Adds the missing days to the first person whose days are unknown, or else to the first. */
  private static void release(ObjectNode document, Change change) {
    ArrayNode people = (ArrayNode) document.get("leadParticipants");
    BigDecimal lacking = number(change);
    BigDecimal meetings = document.at("/meetingsOnTop/halfDays").decimalValue();
    int giver = -1;
    for (int i = 0; i < people.size(); i++) {
      lacking = lacking.subtract(meetings.divide(BigDecimal.valueOf(2)));
      JsonNode days = people.get(i).path("releaseDays");
      lacking = lacking.subtract(days.decimalValue());
      giver = days.isMissingNode() && giver < 0 ? i : giver;
    }
    for (JsonNode person : people) {
      if (person.path("releaseDays").isMissingNode()) {
        ((ObjectNode) person).put("releaseDays", 0);
      }
    }
    ObjectNode person = (ObjectNode) people.get(Math.max(0, giver));
    person.put("releaseDays", person.get("releaseDays").decimalValue().add(lacking));
  }
}
