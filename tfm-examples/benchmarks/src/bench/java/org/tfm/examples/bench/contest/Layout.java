package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Role;
import org.tfm.model.document.Trn;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;

/** The functions that the hand-written policies share. */
public final class Layout {

  /** Nothing is missing. */
  public static final ImmutableList<MissingFact> NOTHING = ImmutableList.of();

  private static final ImmutableMap<EstablishmentType, String> STATE =
      Maps.toMap(
          List.of(EstablishmentType.values()),
          type ->
              (type.funding() == Funding.STATE ? "yes (" : "no (")
                  + Facts.ESTABLISHMENT_TYPE.name(type.name())
                  + ")");

  /** The role of a person who is not a teacher. */
  static final String TEACHING_ASSISTANT = "a teaching assistant";

  /** The text for a person who is not a teacher. */
  static final String NO_TEACHER_TEXT = "no (" + TEACHING_ASSISTANT + ")";

  private static final String PERSON = Members.LEAD_PARTICIPANTS.one();
  private static final Optional<Boolean> TEACHER = Optional.of(true);
  private static final Optional<Boolean> NO_TEACHER = Optional.of(false);

  /** Roles that only a teacher holds. */
  private static final ImmutableSet<Role> OF_TEACHERS =
      Sets.immutableEnumSet(
          Role.MATHS_LEAD,
          Role.SUBJECT_LEADER,
          Role.MIDDLE_LEADER,
          Role.SENIOR_LEADER,
          Role.CLASS_TEACHER,
          Role.SENCO,
          Role.HEADTEACHER,
          Role.DEPUTY_HEADTEACHER,
          Role.PHASE_LEADER,
          Role.KEY_STAGE_LEAD,
          Role.YEAR_GROUP_LEAD,
          Role.SECOND_IN_DEPARTMENT,
          Role.MASTERY_LEAD);

  private Layout() {}

  /** The precomputed findings by value. */
  public static <E extends Enum<E>> Found[] table(E[] values, Function<E, Found> finding) {
    return Stream.of(values).map(finding).toArray(Found[]::new);
  }

  /** A missing fact and the person that it is about. */
  public static MissingFact missing(String fact, String of, String question, String at) {
    return new MissingFact(fact, of, question, at);
  }

  /** Whether the school is state-funded. */
  public static @Nullable Boolean stateFunded(
      @Nullable EstablishmentType type, @Nullable Boolean answer) {
    return (type == null || type.funding() == Funding.NOT_SAID)
        ? answer
        : Boolean.valueOf(type.funding() == Funding.STATE);
  }

  /** The text for the value read. */
  public static String stateFundedText(@Nullable EstablishmentType type, @Nullable Boolean answer) {
    return (type == null || type.funding() == Funding.NOT_SAID)
        ? yesNo(Objects.requireNonNull(answer))
        : Objects.requireNonNull(STATE.get(type));
  }

  /** Whether more than half of the teachers use mastery. */
  public static @Nullable Boolean mostTeachers(
      @Nullable BigDecimal all, @Nullable BigDecimal using, @Nullable Boolean answer) {
    return (all == null || using == null)
        ? answer
        : Boolean.valueOf(using.add(using).compareTo(all) > 0);
  }

  /** The text for the value read. */
  public static String mostTeachersText(
      @Nullable BigDecimal all, @Nullable BigDecimal using, @Nullable Boolean answer) {
    if (all == null || using == null) {
      return yesNo(Objects.requireNonNull(answer));
    }
    return (using.add(using).compareTo(all) > 0 ? "yes (" : "no (")
        + using.toPlainString()
        + " of "
        + all.toPlainString()
        + " teachers)";
  }

  /** A yes or no in words. */
  public static String yesNo(boolean answer) {
    return answer ? "yes" : "no";
  }

  /** The types of work group that the school took part in during the counted years. */
  public static @Nullable Set<String> participation(
      Application application, int firstYear, int lastYear) {
    if (application.history().isEmpty()) {
      return null;
    }
    ImmutableSet.Builder<String> types = ImmutableSet.builder();
    for (Participation one : application.history().get()) {
      int year = one.year().firstDay().getYear();
      if (year >= firstYear && year <= lastYear) {
        types.add(one.type());
      }
    }
    return types.build();
  }

  /** The calendar year in which an academic year starts. */
  public static int start(AcademicYear year) {
    return year.firstDay().getYear();
  }

  /** Counts the people; a repeated number is one person, people without a number are different. */
  public static @Nullable Integer differentPeople(List<LeadParticipant> people) {
    if (people.isEmpty()) {
      return null;
    }
    if (people.size() == 2) {
      return people.get(0).trn().isPresent() && people.get(0).trn().equals(people.get(1).trn())
          ? 1
          : 2;
    }
    Set<Trn> known = new HashSet<>();
    int different = 0;
    for (LeadParticipant person : people) {
      if (person.trn().isEmpty() || known.add(person.trn().get())) {
        different++;
      }
    }
    return different;
  }

  /** The half-days of all people together. */
  public static @Nullable Integer combinedRelease(
      Application application, List<LeadParticipant> people) {
    if (people.isEmpty()) {
      return null;
    }
    int halfDays =
        application.meetingsOnTop().isPresent()
            ? application.meetingsOnTop().get().halfDays() * people.size()
            : 0;
    for (LeadParticipant person : people) {
      if (person.releaseDays().isPresent()) {
        halfDays += person.releaseDays().get().halfDays();
      }
    }
    return halfDays;
  }

  /** Whether anyone's release time is unknown. */
  public static boolean isReleaseOpen(List<LeadParticipant> people) {
    for (LeadParticipant person : people) {
      if (person.releaseDays().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The name of a person, counted from 0. */
  public static String person(int index) {
    return Members.LEAD_PARTICIPANTS.numbered(index + 1);
  }

  /** The names of several people as one: lead participants 1 and 2. */
  static String people(List<String> names) {
    int last = names.size() - 1;
    if (last == 0) {
      return names.get(0);
    }
    StringBuilder all = new StringBuilder(PERSON).append('s');
    for (int i = 0; i <= last; i++) {
      String name = names.get(i);
      all.append(i == 0 ? "" : i == last ? " and" : ",")
          .append(name, PERSON.length(), name.length());
    }
    return all.toString();
  }

  /** Whether a person is a teacher; absent if nobody said which roles the person has. */
  public static Optional<Boolean> teacher(LeadParticipant person) {
    if (person.roles().isEmpty() || person.roles().get().isEmpty()) {
      return Optional.empty();
    }
    Set<Role> roles = person.roles().get();
    return !roles.contains(Role.TEACHING_ASSISTANT) || !Collections.disjoint(roles, OF_TEACHERS)
        ? TEACHER
        : NO_TEACHER;
  }

  /** The text for the value read. */
  public static String teacherText(boolean teacher) {
    return teacher ? "yes" : NO_TEACHER_TEXT;
  }

  /** An answer to a yes/no question. */
  public static boolean yesNo(Map.Entry<String, Object> answer) {
    if (answer.getValue() instanceof Boolean yes) {
      return yes;
    }
    throw refused(ProblemCode.WRONG_TYPE, answer.getKey(), "expected `true` or `false`");
  }

  /** An answer that is a number. */
  public static BigDecimal number(Map.Entry<String, Object> answer) {
    if (answer.getValue() instanceof BigDecimal number && number.signum() >= 0) {
      return number;
    }
    throw refused(
        ProblemCode.WRONG_TYPE, answer.getKey(), "expected a number that is not negative");
  }

  /** An answer that is a word of a list; an empty list allows any word. */
  public static String word(Map.Entry<String, Object> answer, Set<String> choices) {
    if (answer.getValue() instanceof String word && (choices.isEmpty() || choices.contains(word))) {
      return word;
    }
    throw refused(ProblemCode.WRONG_TYPE, answer.getKey(), "expected one of " + choices);
  }

  /** An answer that is several words of a list; an empty list allows any words. */
  public static Set<String> wordSet(Map.Entry<String, Object> answer, Set<String> choices) {
    if (answer.getValue() instanceof List<?> words) {
      ImmutableSet.Builder<String> all = ImmutableSet.builder();
      for (Object word : words) {
        if (!choices.isEmpty() && !choices.contains(word)) {
          throw refused(ProblemCode.WRONG_TYPE, answer.getKey(), "expected a list of " + choices);
        }
        all.add((String) word);
      }
      return all.build();
    }
    throw refused(ProblemCode.WRONG_TYPE, answer.getKey(), "expected a list of words");
  }

  /** An answer that is a text. */
  public static boolean text(Map.Entry<String, Object> answer) {
    if (answer.getValue() instanceof String text && !text.isBlank()) {
      return true;
    }
    throw refused(ProblemCode.WRONG_TYPE, answer.getKey(), "expected a text that is not blank");
  }

  /** The exception for an answer that the policy does not ask for. */
  public static InvalidInputException unknown(String id) {
    return refused(ProblemCode.UNKNOWN_KEY, id, "no policy asks for this");
  }

  private static InvalidInputException refused(ProblemCode code, String id, String what) {
    return new InvalidInputException(Problem.of(code, what).atValue("/answers/" + id));
  }
}
