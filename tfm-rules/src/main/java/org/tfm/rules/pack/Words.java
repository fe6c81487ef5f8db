package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tfm.model.document.CareerStage;
import org.tfm.model.document.HeadteacherEvent;
import org.tfm.model.document.LeadRole;
import org.tfm.model.document.Place;
import org.tfm.model.document.Qualification;
import org.tfm.model.document.Role;
import org.tfm.model.document.SessionMode;
import org.tfm.model.document.SubmittedBy;
import org.tfm.model.document.Task;
import org.tfm.model.document.TaughtSubject;
import org.tfm.model.document.YearGroup;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.Phase;
import org.tfm.model.term.Purpose;
import org.tfm.rules.language.CountExpression;
import org.tfm.rules.language.EntitlementWriter;
import org.tfm.rules.language.FactExpression;
import org.tfm.rules.language.HubsExpression;
import org.tfm.rules.language.PriorityWriter;
import org.tfm.rules.language.ProvisionWriter;
import org.tfm.rules.language.RequirementWriter;
import org.tfm.rules.language.TermsWriter;
import org.tfm.rules.language.UndertakingWriter;
import org.tfm.rules.language.Vocabulary;

/**
 * All words of the language: the calls on each type, the constants, and the properties that a
 * when-part can use. A rule can use no other words.
 */
final class Words {

  /** The constants of then-parts and of kinds of school, by name. */
  static final ImmutableMap<String, Enum<?>> CONSTANTS =
      constants(
          Phase.values(),
          Country.values(),
          EstablishmentType.values(),
          Funding.values(),
          OfstedGrade.values(),
          Place.values(),
          SubmittedBy.values(),
          Role.values(),
          LeadRole.values(),
          SessionMode.values(),
          YearGroup.values(),
          CareerStage.values(),
          Qualification.values(),
          Task.values(),
          TaughtSubject.values(),
          HeadteacherEvent.values(),
          Purpose.values());

  /** The words of each property of a kind of school; none for a yes/no property. */
  static final ImmutableMap<String, ImmutableSet<String>> SCHOOL_KIND =
      ImmutableMap.of(
          "special", ImmutableSet.of(),
          "mainstream", ImmutableSet.of(),
          "phase", names(Phase.values()),
          "establishmentType", names(EstablishmentType.values()),
          "country", names(Country.values()),
          "funding", names(Funding.values()));

  /** The words that a term of each kind can have only one of, and what replaces two. */
  static final ImmutableMap<Class<?>, ImmutableMap<ImmutableSet<String>, String>> ONCE =
      ImmutableMap.of(
          RequirementWriter.class,
          ImmutableMap.of(
              ImmutableSet.of("must", "should", "preferred", "referUnless", "leftToHub"),
              "Join criteria with `allOf`, or write two terms",
              ImmutableSet.of("referWhen", "referUnless"),
              "Join criteria with `anyOf`"),
          EntitlementWriter.class,
          ImmutableMap.of(
              ImmutableSet.of("of", "upTo", "actualCost", "amountNotStated"),
              "Write two terms for two amounts",
              ImmutableSet.of(
                  "perSchool",
                  "perDepartment",
                  "perWorkGroup",
                  "perDay",
                  "perParticipant",
                  "perSession"),
              "Write two terms for two amounts",
              ImmutableSet.of("towards"),
              "Write two terms for two purposes",
              ImmutableSet.of("forAtMost"),
              "Write one number",
              ImmutableSet.of("once"),
              "Write it once",
              ImmutableSet.of("ifHubDecides"),
              "Write it once",
              ImmutableSet.of("paid"),
              "Say it in one text",
              ImmutableSet.of("claimedBy"),
              "Write two terms for two days",
              ImmutableSet.of("when"),
              "Join criteria with `allOf`"),
          UndertakingWriter.class,
          ImmutableMap.of(
              ImmutableSet.of("must", "should"),
              "Write two terms",
              ImmutableSet.of("checkedInProgress"),
              "Write it once"),
          ProvisionWriter.class,
          ImmutableMap.of(ImmutableSet.of("that"), "Write two terms"),
          PriorityWriter.class,
          ImmutableMap.of(
              ImmutableSet.of("of"),
              "Name all schools in one text",
              ImmutableSet.of("goFirstFor"),
              "Write two terms",
              ImmutableSet.of("inYear"),
              "Write two terms",
              ImmutableSet.of("when"),
              "Join criteria with `allOf`"));

  private static final ImmutableSet<String> NOT_WORDS =
      ImmutableSet.of("rule", "written", "withdrawals", "clear", "get");

  private static final ImmutableMap<Class<?>, ImmutableList<Method>> CALLS = calls();

  private Words() {}

  private static ImmutableMap<Class<?>, ImmutableList<Method>> calls() {
    ImmutableMap.Builder<Class<?>, ImmutableList<Method>> calls = ImmutableMap.builder();
    for (Class<?> type :
        List.of(
            Vocabulary.class,
            FactExpression.class,
            CountExpression.class,
            HubsExpression.class,
            TermsWriter.class,
            RequirementWriter.class,
            EntitlementWriter.class,
            UndertakingWriter.class,
            ProvisionWriter.class,
            PriorityWriter.class)) {
      calls.put(
          type,
          Arrays.stream(type.getDeclaredMethods())
              .filter(method -> Modifier.isPublic(method.getModifiers()))
              .filter(method -> !method.isSynthetic() && !NOT_WORDS.contains(method.getName()))
              .sorted(Comparator.comparing(Method::toString))
              .collect(ImmutableList.toImmutableList()));
    }
    return calls.buildOrThrow();
  }

  private static ImmutableMap<String, Enum<?>> constants(Enum<?>[]... groups) {
    Map<String, Enum<?>> all = new TreeMap<>();
    for (Enum<?>[] group : groups) {
      for (Enum<?> constant : group) {
        if (all.put(constant.name(), constant) != null) {
          throw new IllegalStateException("two constants are named " + constant.name());
        }
      }
    }
    return ImmutableMap.copyOf(all);
  }

  private static ImmutableSet<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).collect(ImmutableSet.toImmutableSet());
  }

  /** The calls on a value of this type; none for a type that is not part of the language. */
  static ImmutableList<Method> callsOn(Class<?> type) {
    return CALLS.getOrDefault(type, ImmutableList.of());
  }
}
