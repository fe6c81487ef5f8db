package org.tfm.examples.bench.contest;

import static org.tfm.examples.bench.contest.Writer.quoted;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.assessment.Status;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Outcome;
import org.tfm.model.criterion.Provided;

/** Writes the method that evaluates one requirement. */
final class RowInJava {

  private final Policy policy;
  private final Row row;
  private final Writer out;
  private final int number;
  private final Criterion criterion;
  private int locals;

  RowInJava(Policy policy, Row row, Writer out) {
    this.policy = policy;
    this.row = row;
    this.out = out;
    this.number = row.number();
    this.criterion = row.term().criterion();
  }

  void write() {
    for (int i = 0; i < row.wordings().size(); i++) {
      out.line("private static final Wording W%1$d_%2$d = R%1$d.wording(%2$d);", number, i);
    }
    if (criterion instanceof HubDecides) {
      out.line(
          "private static final Found R%d_HUB = R%d.found(Status.REFERRED, Layout.NOTHING).keep();",
          number, number);
      out.line("private Found find%d() { return R%d_HUB; }", number, number);
    } else if (criterion instanceof ForMembers members) {
      members(members);
    } else if (isCompound(criterion)) {
      compound();
    } else {
      leaf();
    }
  }

  /** Writes the method that finds only the status. */
  void writeStatus() {
    if (criterion instanceof HubDecides) {
      out.line("private Status status%d() { return Status.REFERRED; }", number);
      return;
    }
    out.line("private Status status%d() {", number);
    if (criterion instanceof ForMembers members) {
      Status ofNobody = Evaluation.of(row.term(), nobody()).status();
      out.line("if (people.isEmpty()) { return Status.%s; }", ofNobody);
      out.line("int whole = %s;", members.every() ? "1" : "-1");
      out.line(
          "for (LeadParticipant p : people) { whole = Math.%s(whole, truth%d(p)); }",
          members.every() ? "min" : "max", number);
      out.line("return %s;", status("whole > 0", "whole < 0"));
    } else if (isCompound(criterion)) {
      String whole = declared(criterion, "").name();
      out.line("return %s;", status(whole + " > 0", whole + " < 0"));
    } else {
      out.line(
          "return %s;",
          status(
              "(" + JavaText.of(Kleene.isTrue(criterion), "") + ")",
              "(" + JavaText.of(Kleene.isFalse(criterion), "") + ")"));
    }
    out.line("}");
  }

  private static boolean isCompound(Criterion criterion) {
    return criterion instanceof AllOf
        || criterion instanceof AnyOf
        || (criterion instanceof Not not && isCompound(not.criterion()));
  }

  private static Criterion bare(Criterion criterion) {
    return criterion instanceof Not not ? bare(not.criterion()) : criterion;
  }

  private Property only() {
    return Property.of(criterion.facts().iterator().next());
  }

  /** Writes a requirement on one fact; findings are precomputed if there are few values. */
  private void leaf() {
    Property property = only();
    String name = property.name();
    ImmutableSet<Fact> asked =
        Policy.criteria(row).stream()
            .flatMap(one -> one.facts().stream())
            .collect(ImmutableSet.toImmutableSet());
    missing("M" + number, property.fact(), "");
    boolean few = property.hasFewValues() && asked.size() == 1;
    out.line(
        "private %sFound %s%d(%s) {",
        few ? "static " : "",
        few ? "make" : "find",
        number,
        few ? PlainJava.declared(property) : "");
    out.line(
        "Status status = %s;",
        status(
            "(" + JavaText.of(Kleene.isTrue(criterion), "") + ")",
            "(" + JavaText.of(Kleene.isFalse(criterion), "") + ")"));
    out.line(
        "return R%d.found(status, %s, status == Status.EVIDENCE_MISSING%s ? M%d :"
            + " Layout.NOTHING)%s;",
        number,
        criterion instanceof Provided
            ? "Seen.given(" + wording(property) + ", " + name + " != null)"
            : "Seen.of(" + wording(property) + ", " + text(property) + ")",
        criterion instanceof Provided ? " || status == Status.UNMET" : "",
        number,
        few ? ".keep()" : "");
    out.line("}");
    if (!few) {
      return;
    }
    if (property.form() == Property.Form.ENUM) {
      out.line(
          "private static final Found R%1$d_NULL = make%1$d(null);"
              + " private static final Found[] R%1$d_BY = Layout.table(%2$s.values(),"
              + " %3$s::make%1$d);",
          number, JavaText.enumType(property), PlainJava.name(policy));
      out.line(
          "private Found find%1$d() { return %2$s == null ? R%1$d_NULL :"
              + " R%1$d_BY[%2$s.ordinal()]; }",
          number, name);
    } else {
      out.line(
          "private static final Found R%1$d_NULL = make%1$d(null), R%1$d_YES = make%1$d(true),"
              + " R%1$d_NO = make%1$d(%2$s);",
          number, PlainJava.isText(property) ? "null" : "false");
      out.line(
          "private Found find%1$d() { return %2$s == null ? R%1$d_NULL : %2$s ? R%1$d_YES :"
              + " R%1$d_NO; }",
          number, name);
    }
  }

  private String status(String isTrue, String isFalse) {
    String whenUnknown = "Status." + Policy.whenUnknown(criterion);
    return isTrue + " ? Status.MET : " + isFalse + " ? " + whenFalse() + " : " + whenUnknown;
  }

  private String whenFalse() {
    Optional<Criterion> referral = row.term().referral();
    if (row.term().strength() == org.tfm.model.term.Strength.SHOULD) {
      return "Status.REFERRED";
    }
    return referral
        .map(
            when ->
                "("
                    + JavaText.of(Kleene.isTrue(when), "")
                    + " ? Status.REFERRED : "
                    + JavaText.of(Kleene.isFalse(when), "")
                    + " ? Status.UNMET : Status.EVIDENCE_MISSING)")
        .orElse("Status.UNMET");
  }

  /** Writes the constant for a missing fact. */
  private void missing(String name, Fact fact, String of) {
    out.line(
        "private static final ImmutableList<MissingFact> %s = ImmutableList.of(%s);",
        name, missing(fact, quoted(of)));
  }

  /** The expression for a missing fact. */
  private static String missing(Fact fact, String of) {
    return "Layout.missing(%s, %s, %s, %s)"
        .formatted(quoted(fact.id()), of, quoted(fact.question()), quoted(fact.at()));
  }

  /** The name of the constant with the words for a property. */
  private String wording(Property property) {
    return "W" + number + "_" + criterion.facts().asList().indexOf(property.fact());
  }

  /** The expression for the value read of a fact of the application; null if it is not given. */
  private String text(Property property) {
    String name = property.name();
    return name
        + " == null ? null : "
        + (property.form() == Property.Form.WORKED_OUT ? name + "Text()" : known(property, name));
  }

  /** The expression for the value read of a known fact. */
  private String known(Property property, String value) {
    String words = wording(property);
    return switch (property.form()) {
      case ENUM, WORD -> words + ".name(" + value + ")";
      case YES_NO, WORKED_OUT ->
          property.fact().id().equals("teacher")
              ? "Layout.teacherText(" + value + ")"
              : "Layout.yesNo(" + value + ")";
      case TEXT -> "\"given\"";
      case COUNT, DECIMAL -> words + ".amount(" + value + ")";
      case HALF_DAYS ->
          property.isOpen()
              ? words + ".days(" + value + ") + (releaseOpen ? \" so far\" : \"\")"
              : words + ".days(" + value + ".halfDays())";
      case WORDS -> words + ".names(" + value + ")";
      case ROLES -> words + ".roles(" + value + ")";
    };
  }

  /** A part of a criterion and the local variable with its truth: 1, 0 or -1. */
  private record Node(Criterion part, String name, List<Node> children) {}

  /** Writes a requirement on several facts; their truths are combined by minimum or maximum. */
  private void compound() {
    out.line("private Found find%d() {", number);
    Node whole = declared(criterion, "");
    out.line("Status status = %s;", status(whole.name() + " > 0", whole.name() + " < 0"));
    out.line("Reads reads = new Reads();");
    List<Runnable> methods = new ArrayList<>();
    read(whole, "true", "true", "\"\"", methods);
    out.line("return R%d.found(status, reads);", number);
    out.line("}");
    methods.forEach(Runnable::run);
  }

  /** Writes local variables for the truths of a tree. */
  private Node declared(Criterion part, String prefix) {
    String name = prefix + "t" + locals++;
    if (part instanceof AllOf || part instanceof AnyOf) {
      List<Node> children = part.children().stream().map(child -> declared(child, prefix)).toList();
      String whole = children.get(0).name();
      for (Node child : children.subList(1, children.size())) {
        whole =
            (part instanceof AllOf ? "Math.min(" : "Math.max(") + whole + ", " + child.name() + ")";
      }
      out.line("int %s = %s;", name, whole);
      return new Node(part, name, children);
    }
    out.line(
        "int %s = %s ? 1 : %s ? -1 : 0;",
        name,
        "(" + JavaText.of(Kleene.isTrue(part), "") + ")",
        "(" + JavaText.of(Kleene.isFalse(part), "") + ")");
    return new Node(part, name, List.of());
  }

  /**
   * Writes the lines that read the values of a tree.
   *
   * @param reading the condition under which its values count
   * @param deciding the condition under which its missing facts count
   * @param of the expression for the person that it is about
   * @param methods the methods to write afterwards
   */
  private void read(Node node, String reading, String deciding, String of, List<Runnable> methods) {
    Criterion part = node.part();
    if (part instanceof ForMembers members) {
      String method = number + "_" + locals++;
      out.line("if (%s) { read%s(reads, %s, %s); }", reading, method, node.name(), deciding);
      methods.add(() -> readMembers(members, method));
      return;
    }
    if (!node.children().isEmpty()) {
      for (Node child : node.children()) {
        String decides = node.name() + " == " + child.name();
        read(
            child,
            and(reading, "(" + decides + " || " + node.name() + " == 0)"),
            and(deciding, decides),
            of,
            methods);
      }
      return;
    }
    Property property = Property.of(part.facts().iterator().next());
    boolean ofPerson = JavaText.isPerson(property);
    boolean provided = bare(part) instanceof Provided;
    String person = JavaText.person(property);
    String value =
        provided
            ? ofPerson ? person + ".isPresent()" : property.name() + " != null"
            : ofPerson
                ? person + ".isPresent() ? " + known(property, person + ".get()") + " : null"
                : text(property);
    out.line(
        "if (%s) { reads.%s(%s, %s, %s); }",
        reading, provided ? "addGiven" : "add", wording(property), of, value);
    String missing = missing(property.fact(), of);
    if (!ofPerson) {
      String constant = "M" + number + "_" + locals++;
      String created = missing;
      methods.add(() -> out.line("private static final MissingFact %s = %s;", constant, created));
      missing = constant;
    }
    out.line(
        "if (%s && %s) { reads.miss(%s); }",
        node.name() + (provided ? " < 0" : " == 0"), deciding, missing);
  }

  private static String and(String one, String other) {
    return one.equals("true") ? other : one + " && " + other;
  }

  /** Writes a requirement on the people. */
  private void members(ForMembers members) {
    Criterion each = members.criterion();
    Status ofNobody = Evaluation.of(row.term(), nobody()).status();
    out.line(
        "private static int truth%d(LeadParticipant p) { return %s ? 1 : %s ? -1 : 0; }",
        number,
        "(" + JavaText.of(Kleene.isTrue(each), "") + ")",
        "(" + JavaText.of(Kleene.isFalse(each), "") + ")");
    out.line(
        "private static final Found R%d_NOBODY = R%d.found(Status.%s, %s).keep();",
        number, number, ofNobody, readsOfNobody(members));
    out.line("private Found find%d() {", number);
    out.line("if (people.isEmpty()) { return R%d_NOBODY; }", number);
    out.line("int whole = %s;", members.every() ? "1" : "-1");
    out.line(
        "for (LeadParticipant p : people) { whole = Math.%s(whole, truth%d(p)); }",
        members.every() ? "min" : "max", number);
    out.line("Status status = %s;", status("whole > 0", "whole < 0"));
    out.line("Reads reads = new Reads();");
    String method = number + "_" + locals++;
    out.line("read%s(reads, whole, true);", method);
    out.line("return R%d.found(status, reads);", number);
    out.line("}");
    readMembers(members, method);
  }

  /** The expression for what is read of an unknown person. */
  private String readsOfNobody(ForMembers members) {
    StringBuilder reads = new StringBuilder("new Reads()");
    Outcome outcome = members.criterion().evaluate(Evidence.nothing("each lead participant"));
    if (!row.asksWhetherGiven()) {
      for (Observation one : outcome.observed()) {
        reads.append(
            ".add(%s, %s, null)".formatted(wording(property(one.fact())), quoted(one.of())));
      }
    }
    for (MissingFact one : outcome.missing()) {
      reads.append(".miss(%s)".formatted(missing(property(one.fact()).fact(), quoted(one.of()))));
    }
    return reads.toString();
  }

  private Property property(String id) {
    return criterion.facts().stream()
        .filter(fact -> fact.id().equals(id))
        .map(Property::of)
        .findFirst()
        .orElseThrow();
  }

  /** Writes the method that reads the values of the people who decide. */
  private void readMembers(ForMembers members, String method) {
    out.line("private void read%s(Reads reads, int whole, boolean deciding) {", method);
    if (criterion != members) {
      out.line("if (people.isEmpty()) {");
      out.line("Reads nobody = %s;", readsOfNobody(members));
      out.line("reads.addAll(nobody, deciding);");
      out.line("return;");
      out.line("}");
    }
    out.line("for (int i = 0; i < people.size(); i++) {");
    out.line("LeadParticipant p = people.get(i);");
    Node each = declared(members.criterion(), "p");
    List<Runnable> methods = new ArrayList<>();
    String decides = each.name() + " == whole";
    read(
        each,
        row.asksWhetherGiven() ? "true" : "(" + decides + " || whole == 0)",
        "deciding && " + decides,
        "Layout.person(i)",
        methods);
    if (!methods.isEmpty()) {
      throw new IllegalStateException("people of people: " + row.term().id());
    }
    out.line("}");
    out.line("}");
  }

  private static Evidence nobody() {
    return Evidence.nothing("");
  }
}
