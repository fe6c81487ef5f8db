package org.tfm.model.application;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;
import org.tfm.model.criterion.Fact;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.Phase;

/**
 * How the value of a fact is told as a number: the same number only for the same value, read in the
 * same words.
 *
 * <p>It reads what the evidence of the document reads; tests hold the two against each other.
 *
 * @param bits how many bits the number takes
 * @param read the number of a document, or of a person: 0 where the value was not given, {@link
 *     FactKey#NONE} where it does not fit
 */
// The numbers of enums never leave the process.
@SuppressWarnings("EnumOrdinal")
record FactCode<D>(int bits, ToLongFunction<D> read) {

  private static final int BITS_OF_TYPE = bits(EstablishmentType.values().length);
  private static final int BITS_OF_NUMBER = 17;
  private static final int BITS_OF_HALF_DAYS = 24;
  private static final int BITS_OF_WORD = 5;
  private static final int MOST_WORDS = 4;

  /** How many words of a list can be told apart. */
  static final int KNOWN_WORDS = (1 << BITS_OF_WORD) - 1;

  /** The bits that tell so many values and their absence apart. */
  private static int bits(int values) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(values);
  }

  /**
   * How the fact is read of an application; empty if that is not known here.
   *
   * @param types the types of work group that can be told apart in a history, numbered from 1
   */
  static Optional<FactCode<Application>> ofApplication(
      Fact fact, ImmutableMap<String, Integer> types) {
    return switch (fact.id()) {
      case "phase" -> code(bits(Phase.values().length), a -> ordinal(a.school().phase()));
      case "country" -> code(bits(Country.values().length), a -> ordinal(a.school().country()));
      case "establishment-type", "special", "mainstream" ->
          code(BITS_OF_TYPE, a -> ordinal(a.school().establishmentType()));
      case "state-funded" -> Optional.of(stateFunded(fact));
      case "earlier-participation" -> history(types, AcademicYear::isBefore);
      case "participation" -> history(types, (year, own) -> !own.isBefore(year));
      case "lead-participants" -> code(BITS_OF_NUMBER, FactCode::differentPeople);
      case "combined-release" -> code(BITS_OF_HALF_DAYS, FactCode::combinedRelease);
      case "headteacher-statement" -> code(1, a -> isGiven(a.headteacherStatement()) ? 1 : 0);
      case "applies-individually" ->
          code(bits(SubmittedBy.values().length), a -> 1 + a.submittedBy().ordinal());
      case "place" -> code(bits(Place.values().length), a -> ordinal(a.place()));
      case "most-teachers-using-mastery" -> Optional.of(mostTeachers());
      default -> {
        Optional<AcademicYear> only = Facts.yearOfParticipation(fact);
        yield only.isPresent()
            ? history(types, (year, own) -> year.equals(only.get()))
            : fact.isAnswer() ? Optional.of(answer(fact)) : Optional.empty();
      }
    };
  }

  /** How the fact is read of a person; empty if it is not one of a person. */
  static Optional<FactCode<LeadParticipant>> ofLeadParticipant(Fact fact) {
    return switch (fact.id()) {
      case "trn" -> code(1, person -> person.trn().isPresent() ? 1 : 0);
      case "roles" -> code(1 + Role.values().length, FactCode::roles);
      case "years-teaching" -> code(BITS_OF_NUMBER, FactCode::yearsTeaching);
      case "release-days" -> code(bits(2 * 366 + 1), FactCode::releaseDays);
      default -> Optional.empty();
    };
  }

  private static <D> Optional<FactCode<D>> code(int bits, ToLongFunction<D> read) {
    return Optional.of(new FactCode<>(bits, read));
  }

  private static boolean isGiven(Optional<String> text) {
    return text.isPresent() && !text.get().isBlank();
  }

  private static long ordinal(Optional<? extends Enum<?>> word) {
    return word.isPresent() ? 1 + word.get().ordinal() : 0;
  }

  private static FactCode<Application> stateFunded(Fact fact) {
    FactCode<Application> answer = answer(fact);
    return new FactCode<>(
        BITS_OF_TYPE + answer.bits,
        a -> {
          Optional<EstablishmentType> type = a.school().establishmentType();
          boolean isAsked = type.isEmpty() || type.get().funding() == Funding.NOT_SAID;
          long given = isAsked ? answer.read.applyAsLong(a) : 0;
          return given < 0 ? FactKey.NONE : (ordinal(type) << answer.bits) | given;
        });
  }

  /** Both numbers where both are given, since they are shown, and the answer. */
  private static FactCode<Application> mostTeachers() {
    FactCode<Application> answer = answer(Facts.MOST_TEACHERS_USING_MASTERY);
    return new FactCode<>(
        2 * BITS_OF_NUMBER + answer.bits,
        a -> {
          long all = number(a.answers(), Facts.TEACHERS);
          long using = number(a.answers(), Facts.TEACHERS_USING_MASTERY);
          return all < 0 || using < 0
              ? FactKey.NONE
              : (((all << BITS_OF_NUMBER) | using) << answer.bits) | answer.read.applyAsLong(a);
        });
  }

  private static FactCode<Application> answer(Fact fact) {
    return switch (fact.kind()) {
      case YES_NO -> {
        int index = Facts.yesNoIndex(fact.id());
        yield new FactCode<>(
            2, index >= 0 ? a -> a.answers().yesNo(index) : a -> yesNo(a.answers(), fact));
      }
      case NUMBER -> new FactCode<>(BITS_OF_NUMBER, a -> number(a.answers(), fact));
      case CHOICE ->
          new FactCode<>(1 + bits(fact.choices().size()), a -> choice(a.answers(), fact));
      case CHOICES -> new FactCode<>(1, a -> a.answers().find(fact).isPresent() ? FactKey.NONE : 0);
      case TEXT -> new FactCode<>(1, a -> a.answers().find(fact).isPresent() ? 1 : 0);
    };
  }

  private static long yesNo(Answers answers, Fact fact) {
    return answers.given(fact) instanceof Boolean yes ? yes ? 2 : 1 : 0;
  }

  /** A whole number of a few digits, as nearly all are. */
  private static long number(Answers answers, Fact fact) {
    if (!(answers.given(fact) instanceof BigDecimal number)) {
      return 0;
    }
    return number.scale() == 0 && number.signum() >= 0 && number.precision() <= 5
        ? 1 + number.intValue()
        : FactKey.NONE;
  }

  /** A word of a list; where the list is open, it may be any text. */
  private static long choice(Answers answers, Fact fact) {
    if (!(answers.given(fact) instanceof String word)) {
      return 0;
    }
    return fact.choices().isEmpty() ? FactKey.NONE : 1 + fact.choices().indexOf(word);
  }

  private static long differentPeople(Application application) {
    int different = ApplicationEvidence.differentPeople(FactKey.people(application));
    return different < 1 << BITS_OF_NUMBER ? different : FactKey.NONE;
  }

  private static long combinedRelease(Application application) {
    List<LeadParticipant> people = FactKey.people(application);
    if (people.isEmpty()) {
      return 0;
    }
    long halfDays = ApplicationEvidence.combinedHalfDays(application, people);
    long code = 1 + 2 * halfDays + (ApplicationEvidence.isReleaseOpen(people) ? 1 : 0);
    return code < 1L << BITS_OF_HALF_DAYS ? code : FactKey.NONE;
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

  /** Years in hundredths: no finer ones are taken. */
  private static long yearsTeaching(LeadParticipant person) {
    return person.yearsTeaching().isEmpty()
        ? 0
        : 1 + person.yearsTeaching().get().movePointRight(2).longValue();
  }

  private static long releaseDays(LeadParticipant person) {
    Optional<ReleaseTime> release = person.releaseDays();
    return release.isPresent() ? 1 + release.get().halfDays() : 0;
  }

  /** The different types in the order in which they are given, behind a 1 that shows how many. */
  private static Optional<FactCode<Application>> history(
      ImmutableMap<String, Integer> types, BiPredicate<AcademicYear, AcademicYear> counted) {
    return code(1 + MOST_WORDS * BITS_OF_WORD, a -> history(a, types, counted));
  }

  private static long history(
      Application application,
      ImmutableMap<String, Integer> types,
      BiPredicate<AcademicYear, AcademicYear> counted) {
    if (application.history().isEmpty()) {
      return 0;
    }
    long code = 1;
    long seen = 0;
    for (Participation participation : application.history().get()) {
      if (counted.test(participation.year(), application.offering().year())) {
        Integer type = types.get(participation.type());
        if (type == null) {
          return FactKey.NONE;
        }
        if ((seen & (1L << type)) == 0) {
          seen |= 1L << type;
          if (Long.bitCount(seen) > MOST_WORDS) {
            return FactKey.NONE;
          }
          code = (code << BITS_OF_WORD) | type;
        }
      }
    }
    return code;
  }
}
