package org.tfm.examples.bench.contest;

import static org.tfm.examples.bench.contest.Writer.quoted;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tfm.model.assessment.Status;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Aspect;

/**
 * Writes a policy as Java source, as a careful programmer would write it by hand.
 *
 * <p>The class has a field for each fact of the policy, a constructor that reads an application,
 * and a method for each requirement with its bounds and words as constants. Findings with few
 * variants are precomputed.
 */
final class PlainJava {

  static final String PACKAGE = "org.tfm.examples.bench.contest.written";

  private final Policy policy;
  private final Writer out = new Writer();
  private final List<Property> properties;

  private PlainJava(Policy policy) {
    this.policy = policy;
    List<Property> all = new ArrayList<>(policy.properties());
    Property type = Property.of(org.tfm.model.document.Facts.ESTABLISHMENT_TYPE);
    if (!all.contains(type)) {
      all.add(type);
    }
    this.properties = ImmutableList.copyOf(all);
  }

  /** The simple name of the class. */
  static String name(Policy policy) {
    return "Offering" + policy.number();
  }

  /** The source of the class. */
  static String of(Policy policy) {
    return new PlainJava(policy).source();
  }

  /** The source of a class that finds the class for an application. */
  static String dispatch(List<Policy> policies) {
    Writer out = new Writer();
    out.line("package %s;", PACKAGE);
    out.line("import com.google.common.collect.ImmutableMap;");
    out.line("import java.util.function.Function;");
    out.line("import org.tfm.examples.bench.contest.Applicant;");
    out.line("import org.tfm.model.document.Application;");
    out.line("import org.tfm.model.programme.*;");
    out.line("/** The policies by offering. */");
    out.line("public final class Offerings implements Function<Application, Applicant> {");
    out.line(
        "private static final ImmutableMap<Offering, Function<Application, Applicant>> ALL ="
            + " ImmutableMap.<Offering, Function<Application, Applicant>>builder()");
    for (Policy policy : policies) {
      Offering offering = policy.offering();
      out.line(
          ".put(Offering.of(%s, %s, AcademicYear.startingIn(%d)), %s::new)",
          quoted(offering.hub()),
          quoted(offering.type()),
          offering.year().firstDay().getYear(),
          name(policy));
    }
    out.line(".buildOrThrow();");
    out.line("@Override public Applicant apply(Application application) {");
    out.line("return ALL.get(application.offering()).apply(application);");
    out.line("}");
    out.line("}");
    return out.toString();
  }

  private String source() {
    out.line("package %s;", PACKAGE);
    for (String used :
        List.of(
            "com.google.common.collect.*",
            "java.math.BigDecimal",
            "java.util.*",
            "java.util.function.Predicate",
            "org.tfm.examples.bench.contest.*",
            "org.tfm.model.document.*",
            "org.tfm.model.assessment.*",
            "org.tfm.model.criterion.MissingFact",
            "org.tfm.model.school.*")) {
      out.line("import %s;", used);
    }
    out.line("/** %s. */", policy.offering());
    out.line("public final class %s extends Applicant {", name(policy));
    constants();
    properties.forEach(property -> out.line("private %s;", declared(property)));
    if (properties.stream().anyMatch(Property::isOpen)) {
      out.line("private boolean releaseOpen;");
    }
    textsOfWhatIsWorkedOut();
    constructor();
    judge();
    for (Row row : policy.rows()) {
      new RowInJava(policy, row, out).write();
      new RowInJava(policy, row, out).writeStatus();
    }
    decide();
    cases();
    getters();
    out.line("}");
    return out.toString();
  }

  private void constants() {
    for (Row row : policy.rows()) {
      out.line(
          "private static final Row R%d = Rows.of(%d, %d);",
          row.number(), policy.number(), row.number());
    }
    policy.rows().stream()
        .flatMap(row -> row.cases().values().stream())
        .flatMap(JavaText::numbers)
        .distinct()
        .forEach(
            number ->
                out.line(
                    "private static final BigDecimal %s = new BigDecimal(\"%s\");",
                    JavaText.constant(number), number.toPlainString()));
    policy.answers().values().stream()
        .filter(fact -> !fact.choices().isEmpty())
        .forEach(
            fact ->
                out.line(
                    "private static final ImmutableSet<String> %s = ImmutableSet.copyOf(new"
                        + " String[] {%s});",
                    choices(fact),
                    String.join(", ", fact.choices().stream().map(Writer::quoted).toList())));
    Fact type = org.tfm.model.document.Facts.ESTABLISHMENT_TYPE;
    out.line(
        "private static final ImmutableList<MissingFact> TYPE = ImmutableList.of("
            + "Layout.missing(%s, \"\", %s, %s));",
        quoted(type.id()), quoted(type.question()), quoted(type.at()));
    for (Row row : policy.rows()) {
      if (row.isForSome()) {
        out.line(
            "private static final Found R%d_OPEN = R%d.found(Status.EVIDENCE_MISSING, TYPE)"
                + ".keep();",
            row.number(), row.number());
      }
    }
  }

  private static String choices(Fact fact) {
    return "CHOICES_" + CaseFormat.LOWER_HYPHEN.to(CaseFormat.UPPER_UNDERSCORE, fact.id());
  }

  static String declared(Property property) {
    return type(property) + " " + property.name();
  }

  private static String type(Property property) {
    return switch (property.form()) {
      case ENUM -> JavaText.enumType(property);
      case YES_NO, WORKED_OUT, TEXT -> "Boolean";
      case COUNT, HALF_DAYS -> "Integer";
      case DECIMAL -> "BigDecimal";
      case WORD -> "String";
      case WORDS -> "Set<String>";
      case ROLES -> "Set<Role>";
    };
  }

  private void constructor() {
    out.line("public %s(Application application) {", name(policy));
    out.line(
        "super(application.leadParticipants().isPresent() ? application.leadParticipants().get() :"
            + " ImmutableList.of());");
    answers();
    for (Property property : properties) {
      String loaded = loaded(property);
      if (!loaded.isEmpty()) {
        out.line("%s = %s;", property.name(), loaded);
      }
    }
    out.line("}");
  }

  /** Writes the check of all answers; unknown ones are rejected. */
  private void answers() {
    out.line(
        "for (Map.Entry<String, Object> answer : application.answers().byFact().entrySet()) {");
    out.line("switch (answer.getKey()) {");
    for (Fact fact : policy.answers().values()) {
      Property property = Property.of(fact);
      String read =
          switch (fact.kind()) {
            case YES_NO -> "Layout.yesNo(answer)";
            case NUMBER -> "Layout.number(answer)";
            case CHOICE -> "Layout.word(answer, " + choicesOf(fact) + ")";
            case CHOICES -> "Layout.wordSet(answer, " + choicesOf(fact) + ")";
            case DAY, TEXT -> "Layout.text(answer)";
          };
      out.line("case %s -> %s%s;", quoted(fact.id()), target(property), read);
    }
    out.line("default -> throw Layout.unknown(answer.getKey());");
    out.line("}");
    out.line("}");
  }

  private static String choicesOf(Fact fact) {
    return fact.choices().isEmpty() ? "ImmutableSet.of()" : choices(fact);
  }

  private String target(Property property) {
    boolean most =
        properties.stream().anyMatch(p -> p.fact().id().equals("most-teachers-using-mastery"));
    return switch (property.fact().id()) {
      case "state-funded" -> reads(property) ? "stateFundedAnswer = " : "";
      case "most-teachers-using-mastery" -> most ? "mostTeachersAnswer = " : "";
      case "teachers" -> most ? "all = " : "";
      case "teachers-using-mastery" -> most ? "using = " : "";
      default -> reads(property) ? property.name() + " = " : "";
    };
  }

  private boolean reads(Property property) {
    return properties.contains(property);
  }

  /** The expression for a property that is not simply an answer. */
  private String loaded(Property property) {
    AcademicYear year = policy.offering().year();
    int start = year.firstDay().getYear();
    String id = property.fact().id();
    return switch (id) {
      case "phase" -> "application.school().phase().orElse(null)";
      case "establishment-type" -> "application.school().establishmentType().orElse(null)";
      case "country" -> "application.school().country().orElse(null)";
      case "state-funded" ->
          "Layout.stateFunded(application.school().establishmentType().orElse(null),"
              + " stateFundedAnswer)";
      case "most-teachers-using-mastery" -> "Layout.mostTeachers(all, using, mostTeachersAnswer)";
      case "earlier-participation" ->
          "Layout.participation(application, Integer.MIN_VALUE, " + (start - 1) + ")";
      case "participation" -> "Layout.participation(application, Integer.MIN_VALUE, " + start + ")";
      case "lead-participants" ->
          countsNobodyAsNone()
              ? "people.isEmpty() ? 0 : Layout.differentPeople(people)"
              : "Layout.differentPeople(people)";
      case "combined-release" ->
          "Layout.combinedRelease(application, people); releaseOpen ="
              + " Layout.isReleaseOpen(people)";
      case "headteacher-statement" ->
          "application.headteacherStatement().isPresent()"
              + " && !application.headteacherStatement().get().isBlank() ? true : null";
      case "applies-individually" -> "application.submittedBy() == SubmittedBy.SCHOOL";
      default -> {
        if (id.startsWith("participation-in-")) {
          int only =
              AcademicYear.parse(id.substring("participation-in-".length())).firstDay().getYear();
          yield "Layout.participation(application, " + only + ", " + only + ")";
        }
        if (!property.isAnswer()) {
          throw new IllegalStateException("no expression for the property `" + id + "`");
        }
        yield "";
      }
    };
  }

  /**
   * Whether the number of people belongs to the application: no people then means 0, else unknown.
   */
  private boolean countsNobodyAsNone() {
    ImmutableSet<Boolean> handedIn =
        policy.rows().stream()
            .filter(
                row ->
                    Policy.criteria(row).stream()
                        .anyMatch(
                            one ->
                                one.facts()
                                    .contains(org.tfm.model.document.Facts.LEAD_PARTICIPANTS)))
            .map(row -> row.term().aspect() == Aspect.APPLICATION)
            .collect(ImmutableSet.toImmutableSet());
    if (handedIn.size() > 1) {
      throw new IllegalStateException("the number of people is used in two ways");
    }
    return handedIn.contains(true);
  }

  private void judge() {
    out.line("@Override public Judged judge() {");
    out.line(
        "ImmutableList.Builder<Found> all = ImmutableList.builderWithExpectedSize(%d);",
        policy.rows().size());
    for (Row row : policy.rows()) {
      if (row.isForSome()) {
        out.line(
            "if (establishmentType == null) { all.add(R%d_OPEN); } else if (%s) {"
                + " all.add(find%d()); }",
            row.number(), JavaText.of(row.holdsFor(), ""), row.number());
      } else {
        out.line("all.add(find%d());", row.number());
      }
    }
    out.line("return Judged.of(all.build());");
    out.line("}");
    out.line("@Override public int policy() { return %d; }", policy.number());
  }

  /** Writes the method for the statuses alone, by the number of the row. */
  private void decide() {
    out.line(
        "private static final Row[] ROWS = {%s};",
        String.join(", ", policy.rows().stream().map(row -> "R" + row.number()).toList()));
    out.line("@Override protected Row[] rows() { return ROWS; }");
    out.line("@Override public Decided decide() {");
    out.line("Status[] all = new Status[%d];", policy.rows().size());
    for (Row row : policy.rows()) {
      if (row.isForSome()) {
        out.line(
            "if (establishmentType == null) { all[%1$d] = Status.EVIDENCE_MISSING; } else if (%2$s)"
                + " { all[%1$d] = status%1$d(); }",
            row.number(), JavaText.of(row.holdsFor(), ""));
      } else {
        out.line("all[%1$d] = status%1$d();", row.number());
      }
    }
    out.line("return Decided.of(ROWS, all);");
    out.line("}");
  }

  /** Writes the origin of a value as text only where it is read. */
  private void textsOfWhatIsWorkedOut() {
    for (Property property : properties) {
      switch (property.fact().id()) {
        case "state-funded" -> {
          out.line("private Boolean stateFundedAnswer;");
          out.line(
              "private String stateFundedText() {"
                  + " return Layout.stateFundedText(establishmentType, stateFundedAnswer); }");
        }
        case "most-teachers-using-mastery" -> {
          out.line("private Boolean mostTeachersAnswer; private BigDecimal all, using;");
          out.line(
              "private String mostTeachersUsingMasteryText() {"
                  + " return Layout.mostTeachersText(all, using, mostTeachersAnswer); }");
        }
        default -> {}
      }
    }
  }

  private void cases() {
    out.line("/** The cases of all rows, for engines whose conditions are Java. */");
    out.line("public static final List<Case<%s>> CASES = List.of(", name(policy));
    List<String> all = new ArrayList<>();
    for (Row row : policy.rows()) {
      for (Map.Entry<Status, Condition> one : row.cases().entrySet()) {
        all.add(
            String.format(
                java.util.Locale.ROOT,
                "new Case<>(R%d, Status.%s, a -> %s)",
                row.number(),
                one.getKey(),
                JavaText.of(one.getValue(), "a.")));
      }
    }
    out.line(String.join(",\n      ", all).replace("%", "%%") + ");");
  }

  private void getters() {
    out.line("@Override protected Map<String, Object> facts() {");
    out.line("Map<String, Object> facts = new LinkedHashMap<>();");
    for (Property property : properties) {
      out.line("facts.put(%s, get%s());", quoted(property.name()), capital(property.name()));
    }
    out.line("facts.put(\"special\", isSpecial());");
    out.line("facts.put(\"stateByType\", isStateByType());");
    if (properties.stream().anyMatch(Property::isOpen)) {
      out.line("facts.put(\"releaseOpen\", releaseOpen);");
    }
    out.line("return facts;");
    out.line("}");
    for (Property property : properties) {
      out.line(
          "public %s get%s() { return %s; }",
          beanType(property), capital(property.name()), bean(property));
    }
    if (properties.stream().anyMatch(Property::isOpen)) {
      out.line("public boolean isReleaseOpen() { return releaseOpen; }");
    }
    out.line(
        "public boolean isSpecial() { return establishmentType != null &&"
            + " establishmentType.provision() == ProvisionType.SPECIAL; }");
    out.line(
        "public boolean isStateByType() { return establishmentType != null &&"
            + " establishmentType.funding() == Funding.STATE; }");
    for (Condition.People people : Peoples.of(policy)) {
      out.line(
          "public boolean is%s() { return %s; }",
          Peoples.name(policy, people), JavaText.of(people, ""));
    }
  }

  private static String capital(String name) {
    return CaseFormat.LOWER_CAMEL.to(CaseFormat.UPPER_CAMEL, name);
  }

  private static String beanType(Property property) {
    return switch (property.form()) {
      case ENUM, WORD -> "String";
      case YES_NO, WORKED_OUT, TEXT -> "Boolean";
      case COUNT, HALF_DAYS, DECIMAL -> "Double";
      case WORDS, ROLES -> "List<String>";
    };
  }

  private static String bean(Property property) {
    String field = property.name();
    return switch (property.form()) {
      case ENUM -> field + " == null ? null : " + field + ".name()";
      case COUNT, DECIMAL -> field + " == null ? null : " + field + ".doubleValue()";
      case HALF_DAYS -> field + " == null ? null : " + field + " / 2.0";
      case WORDS, ROLES -> field + " == null ? null : List.copyOf(" + field + ")";
      default -> field;
    };
  }

  static boolean isText(Property property) {
    return property.fact().kind() == FactKind.TEXT;
  }
}
