package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tfm.model.criterion.Fact;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;

/**
 * What an application says, as numbers: read once, for all the keys that are made of it.
 *
 * <p>The same number only for the same value, read in the same words; 0 where it was not given. It
 * reads what the evidence of the application reads; tests hold the two against each other. Holds no
 * name and no text. Immutable and thread-safe.
 */
// The numbers of enums never leave the process.
@SuppressWarnings("EnumOrdinal")
final class FactSheet {

  /** Where the number of a fact stands. */
  record Field(int word, int shift, int bits) {

    /** The field of so many bits behind this one. */
    Field next(int moreBits) {
      return new Field(word, shift + bits, moreBits);
    }

    long of(long value) {
      return value << shift;
    }

    long in(long text) {
      return (text >>> shift) & ((1L << bits) - 1);
    }
  }

  private static final int ANSWERS = 0;
  private static final int SCHOOL = 1;
  private static final int EARLIER = 2;
  private static final int PARTICIPATION = 3;
  private static final int NUMBERS = 4;
  private static final int WORDS = 5;

  private static final int BITS_OF_ANSWER = 2;
  private static final int BITS_OF_ONE = 5;
  private static final int MOST_OF_SEVERAL = 4;
  static final int BITS_OF_NUMBER = 17;

  /** The number of a list of words: that of each behind a 1, which shows how many there are. */
  static final int BITS_OF_SEVERAL = 1 + MOST_OF_SEVERAL * BITS_OF_ONE;

  /** The number of a list without words. */
  static final long NONE_OF_SEVERAL = 1;

  private static final int MOST_HALF_DAYS = 2 * 366;
  private static final int MOST_HUNDREDTHS_OF_YEARS = 80 * 100;

  private static final Field TYPE = new Field(SCHOOL, 0, bits(EstablishmentType.values().length));
  private static final Field PHASE = TYPE.next(bits(Phase.values().length));
  private static final Field COUNTRY = PHASE.next(bits(Country.values().length));
  private static final Field PLACE = COUNTRY.next(bits(Place.values().length));
  private static final Field SUBMITTED_BY = PLACE.next(bits(SubmittedBy.values().length));
  private static final Field STATEMENT = SUBMITTED_BY.next(1);
  private static final Field PEOPLE = STATEMENT.next(bits(Counts.LEAD_PARTICIPANTS));
  private static final Field RELEASE =
      PEOPLE.next(bits(1 + 2 * Counts.LEAD_PARTICIPANTS * 2 * MOST_HALF_DAYS + 1));
  private static final Field HISTORY = new Field(EARLIER, 0, BITS_OF_SEVERAL);

  private static final Field TEACHERS = new Field(NUMBERS, 0, BITS_OF_NUMBER);
  private static final Field USING_MASTERY = TEACHERS.next(BITS_OF_NUMBER);
  private static final Field CLASSES = USING_MASTERY.next(BITS_OF_NUMBER);

  private static final ImmutableMap<String, Field> OF_APPLICATION =
      ImmutableMap.<String, Field>builder()
          .put("establishment-type", TYPE)
          .put("special", TYPE)
          .put("mainstream", TYPE)
          .put("state-funded", TYPE)
          .put("phase", PHASE)
          .put("country", COUNTRY)
          .put("place", PLACE)
          .put("applies-individually", SUBMITTED_BY)
          .put("headteacher-statement", STATEMENT)
          .put("lead-participants", PEOPLE)
          .put("combined-release", RELEASE)
          .put("earlier-participation", HISTORY)
          .put("participation", new Field(PARTICIPATION, 0, BITS_OF_SEVERAL))
          .put("teachers", TEACHERS)
          .put("teachers-using-mastery", USING_MASTERY)
          .put("classes-with-mastery-embedded", CLASSES)
          .buildOrThrow();

  private static final Field TRN = new Field(0, 0, 1);
  private static final Field ROLES = TRN.next(1 + Role.values().length);
  private static final Field DAYS = ROLES.next(bits(1 + MOST_HALF_DAYS));
  private static final Field YEARS = DAYS.next(bits(1 + MOST_HUNDREDTHS_OF_YEARS));

  private static final ImmutableMap<String, Field> OF_PERSON =
      ImmutableMap.of("trn", TRN, "roles", ROLES, "release-days", DAYS, "years-teaching", YEARS);

  private static final ImmutableMap<String, Integer> TYPES =
      numbered(WorkGroupType.known().keySet());

  private final long[] words = new long[WORDS];
  private final long[] people;

  FactSheet(Application application) {
    List<LeadParticipant> named = FactKey.people(application);
    people = new long[named.size()];
    for (int i = 0; i < people.length; i++) {
      people[i] = person(named.get(i));
    }
    words[ANSWERS] = application.answers().yesNo();
    words[SCHOOL] =
        TYPE.of(ordinal(application.school().establishmentType()))
            | PHASE.of(ordinal(application.school().phase()))
            | COUNTRY.of(ordinal(application.school().country()))
            | PLACE.of(ordinal(application.place()))
            | SUBMITTED_BY.of(1 + application.submittedBy().ordinal())
            | STATEMENT.of(isGiven(application.headteacherStatement()) ? 1 : 0)
            | PEOPLE.of(ApplicationEvidence.differentPeople(named))
            | RELEASE.of(combinedRelease(application, named));
    words[NUMBERS] = numbers(application.answers());
    AcademicYear own = application.offering().year();
    words[EARLIER] = history(application, TYPES, year -> year.isBefore(own));
    words[PARTICIPATION] = history(application, TYPES, year -> !own.isBefore(year));
  }

  /** What an application says; at hand if its evidence is the library's own. */
  static FactSheet of(Application application) {
    return application.evidence() instanceof ApplicationEvidence own
        ? own.sheet()
        : new FactSheet(application);
  }

  /** The bits that tell so many values and their absence apart. */
  static int bits(int values) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(values);
  }

  /** The fields that tell a fact of the whole application; none if no field does. */
  static ImmutableList<Field> ofApplication(Fact fact) {
    ImmutableList.Builder<Field> fields = ImmutableList.builder();
    if (fact.equals(Facts.MOST_TEACHERS_USING_MASTERY)) {
      fields.add(TEACHERS, USING_MASTERY);
    }
    Field field = OF_APPLICATION.get(fact.id());
    if (field != null) {
      fields.add(field);
    }
    int answer = Facts.yesNoIndex(fact.id());
    if (answer >= 0) {
      fields.add(new Field(ANSWERS, answer * BITS_OF_ANSWER, BITS_OF_ANSWER));
    }
    return fields.build();
  }

  /** The field that tells a fact of a person; empty if it is not one of a person. */
  static Optional<Field> ofPerson(Fact fact) {
    return Optional.ofNullable(OF_PERSON.get(fact.id()));
  }

  /** The words of the whole application; {@link FactKey#NONE} where one cannot be told. */
  long word(int index) {
    return words[index];
  }

  /** How many people are named. */
  int people() {
    return people.length;
  }

  /** The word of a person. */
  long person(int index) {
    return people[index];
  }

  private static long ordinal(Optional<? extends Enum<?>> word) {
    return word.isPresent() ? 1 + word.get().ordinal() : 0;
  }

  private static boolean isGiven(Optional<String> text) {
    return text.isPresent() && !text.get().isBlank();
  }

  private static long combinedRelease(Application application, List<LeadParticipant> people) {
    return people.isEmpty()
        ? 0
        : 1
            + 2 * ApplicationEvidence.combinedHalfDays(application, people)
            + (ApplicationEvidence.isReleaseOpen(people) ? 1 : 0);
  }

  private static long person(LeadParticipant person) {
    return TRN.of(person.trn().isPresent() ? 1 : 0)
        | ROLES.of(roles(person))
        | DAYS.of(person.releaseDays().isPresent() ? 1 + person.releaseDays().get().halfDays() : 0)
        | YEARS.of(
            person.yearsTeaching().isPresent() ? 1 + hundredths(person.yearsTeaching().get()) : 0);
  }

  private static long roles(LeadParticipant person) {
    if (person.roles().isEmpty()) {
      return 0;
    }
    long roles = 1;
    for (Role role : person.roles().get()) {
      roles |= 2L << role.ordinal();
    }
    return roles;
  }

  private static long numbers(Answers answers) {
    long teachers = FactCode.number(answers, Facts.TEACHERS);
    long using = FactCode.number(answers, Facts.TEACHERS_USING_MASTERY);
    long classes = FactCode.number(answers, Facts.CLASSES_WITH_MASTERY_EMBEDDED);
    return teachers < 0 || using < 0 || classes < 0
        ? FactKey.NONE
        : TEACHERS.of(teachers) | USING_MASTERY.of(using) | CLASSES.of(classes);
  }

  /** No finer years are taken. */
  private static long hundredths(BigDecimal years) {
    return years.scale() == 0 ? years.intValue() * 100L : years.movePointRight(2).longValue();
  }

  /**
   * The different types in the order in which they are given, behind a 1 that shows how many.
   *
   * @param types the numbers of the types that can be told apart
   * @param counted which years count
   */
  static long history(
      Application application,
      ImmutableMap<String, Integer> types,
      Predicate<AcademicYear> counted) {
    if (application.history().isEmpty()) {
      return 0;
    }
    List<Participation> history = application.history().get();
    long seen = NONE_OF_SEVERAL;
    for (int i = 0; i < history.size() && seen != FactKey.NONE; i++) {
      if (counted.test(history.get(i).year())) {
        Integer type = types.get(history.get(i).type());
        seen = type == null ? FactKey.NONE : with(seen, type);
      }
    }
    return seen;
  }

  /** A word behind those seen, unless it is among them; NONE where there is no room for it. */
  static long with(long seen, int word) {
    if (word < 1 || word >= 1 << BITS_OF_ONE) {
      return FactKey.NONE;
    }
    for (long rest = seen; rest > 1; rest >>>= BITS_OF_ONE) {
      if ((rest & ((1 << BITS_OF_ONE) - 1)) == word) {
        return seen;
      }
    }
    return seen >>> (MOST_OF_SEVERAL * BITS_OF_ONE) > 0
        ? FactKey.NONE
        : (seen << BITS_OF_ONE) | word;
  }

  /** As many of these types as can be told apart, numbered from 1. */
  static ImmutableMap<String, Integer> numbered(Iterable<String> types) {
    ImmutableMap.Builder<String, Integer> numbered = ImmutableMap.builder();
    int next = 1;
    for (String type : Iterables.limit(types, (1 << BITS_OF_ONE) - 1)) {
      numbered.put(type, next++);
    }
    return numbered.buildOrThrow();
  }
}
