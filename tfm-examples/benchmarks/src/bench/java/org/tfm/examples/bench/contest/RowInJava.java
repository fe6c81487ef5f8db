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
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Unstated;

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
    if (criterion instanceof HubDecides) {
      out.line(
          "private static final Found R%d_HUB = R%d.found(Status.REFERRED, \"not given\","
              + " Layout.NOTHING);",
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
      String whole = truth(criterion, "", new ArrayList<>(), false);
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
        "return R%d.found(status, %s, status == Status.EVIDENCE_MISSING%s ? M%d : Layout.NOTHING);",
        number,
        text(bare(criterion), property),
        criterion instanceof Provided ? " || status == Status.UNMET" : "",
        number);
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

  private void missing(String name, Fact fact, String of) {
    out.line(
        "private static final ImmutableList<MissingFact> %s = ImmutableList.of("
            + "Layout.missing(%s, %s, %s, %s));",
        name, quoted(fact.id()), quoted(of), quoted(fact.question()), quoted(fact.at()));
  }

  /** The expression for the value read of a fact. */
  private static String text(Criterion leaf, Property property) {
    String name = property.name();
    if (leaf instanceof Provided) {
      return name + " != null ? \"given\" : \"not given\"";
    }
    if (property.form() == Property.Form.WORKED_OUT) {
      return name + "Text()";
    }
    return name + " == null ? \"not given\" : " + known(property, name);
  }

  /** The expression for the value read of a known fact. */
  private static String known(Property property, String value) {
    String unit = property.fact().unit().orElse("");
    return switch (property.form()) {
      case ENUM -> "Layout.words(" + value + ")";
      case YES_NO, WORKED_OUT -> "Layout.yesNo(" + value + ")";
      case TEXT -> "\"given\"";
      case COUNT -> value + ".toString()";
      case HALF_DAYS ->
          property.isOpen()
              ? "releaseOpen ? Layout.days("
                  + value
                  + ") + \" so far\" : Layout.days("
                  + value
                  + ")"
              : "Layout.days(" + value + ".halfDays())";
      case DECIMAL -> "Layout.amount(" + value + ", " + quoted(unit) + ")";
      case WORD -> "Layout.word(" + value + ")";
      case WORDS -> "Layout.words(" + value + ")";
      case ROLES -> "Layout.roles(" + value + ")";
    };
  }

  /**
   * Writes a requirement on several facts; each has a truth of 1, 0 or -1, combined by minimum or
   * maximum.
   */
  private void compound() {
    int constants = 0;
    for (Criterion leaf : criterion.leaves().toList()) {
      missing("M" + number + "_" + constants++, leaf.facts().iterator().next(), "");
    }
    out.line("private Found find%d() {", number);
    List<String> reads = new ArrayList<>();
    String whole = truth(criterion, "", reads, false);
    out.line("Status status = %s;", status(whole + " > 0", whole + " < 0"));
    out.line("Reads reads = new Reads();");
    out.line("ImmutableList.Builder<MissingFact> missing = null;");
    reads.forEach(out::line);
    out.line(
        "return R%d.found(status, reads.text(), missing == null || status == Status.MET ?"
            + " Layout.NOTHING : missing.build());",
        number);
    out.line("}");
  }

  private int leaf;

  /**
   * Writes local variables for the truth of the tree and collects the lines that read its values.
   *
   * @param reading the condition under which this part counts
   */
  private String truth(
      Criterion part, String reading, List<String> reads, boolean isGivenSaidElsewhere) {
    String name = "t" + locals++;
    if (part instanceof AllOf || part instanceof AnyOf) {
      boolean all = part instanceof AllOf;
      List<Criterion> parts = part instanceof AllOf every ? every.parts() : ((AnyOf) part).parts();
      String and = reading.isEmpty() ? "" : reading + " && ";
      String whole = "";
      for (Criterion one : parts) {
        boolean said =
            one instanceof Provided given
                && parts.stream()
                    .anyMatch(other -> other != one && other.facts().equals(given.facts()));
        String next = "t" + locals;
        String truth =
            truth(one, and + "(" + name + " == " + next + " || " + name + " == 0)", reads, said);
        whole =
            whole.isEmpty()
                ? truth
                : (all ? "Math.min(" : "Math.max(") + whole + ", " + truth + ")";
      }
      out.line("int %s = %s;", name, whole);
      return name;
    }
    Property property = Property.of(part.facts().iterator().next());
    out.line(
        "int %s = %s ? 1 : %s ? -1 : 0;",
        name,
        "(" + JavaText.of(Kleene.isTrue(part), "") + ")",
        "(" + JavaText.of(Kleene.isFalse(part), "") + ")");
    int constant = leaf++;
    String said = isGivenSaidElsewhere ? " && " + name + " < 0" : "";
    reads.add(
        "if ("
            + reading
            + said
            + ") { reads.add("
            + quoted(property.fact().label())
            + ", "
            + text(bare(part), property)
            + "); }");
    String open = bare(part) instanceof Provided ? name + " < 0" : name + " == 0";
    reads.add(
        "if ("
            + open
            + " && "
            + reading
            + ") { missing = (missing == null ? ImmutableList.<MissingFact>builder() :"
            + " missing).addAll(M"
            + number
            + "_"
            + constant
            + "); }");
    return name;
  }

  /** Writes the same for each person. */
  private void members(ForMembers members) {
    Criterion each = members.criterion();
    Property property = Property.of(each.facts().iterator().next());
    boolean provided = each instanceof Provided;
    Status ofNobody = Evaluation.of(row.term(), nobody()).status();
    missing("M" + number, property.fact(), "each lead participant");
    out.line(
        "private static final Found R%d_NOBODY = R%d.found(Status.%s, %s, %s);",
        number,
        number,
        ofNobody,
        provided || each instanceof Unstated
            ? "\"not given\""
            : "\"each lead participant: not given\"",
        each instanceof Unstated ? "Layout.NOTHING" : "M" + number);
    out.line(
        "private static int truth%d(LeadParticipant p) { return %s ? 1 : %s ? -1 : 0; }",
        number,
        "(" + JavaText.of(Kleene.isTrue(each), "") + ")",
        "(" + JavaText.of(Kleene.isFalse(each), "") + ")");
    out.line("private Found find%d() {", number);
    out.line("if (people.isEmpty()) { return R%d_NOBODY; }", number);
    out.line("int whole = %s;", members.every() ? "1" : "-1");
    out.line(
        "for (LeadParticipant p : people) { whole = Math.%s(whole, truth%d(p)); }",
        members.every() ? "min" : "max", number);
    out.line("Status status = %s;", status("whole > 0", "whole < 0"));
    out.line("ImmutableList.Builder<MissingFact> missing = null;");
    out.line(provided ? "int given = 0;" : "StringBuilder reads = new StringBuilder(64);");
    out.line("for (int i = 0; i < people.size(); i++) {");
    out.line("LeadParticipant p = people.get(i);");
    out.line("int truth = truth%d(p);", number);
    if (provided) {
      out.line("if (truth > 0) { given++; }");
    } else {
      String value = known(property, JavaText.person(property) + ".get()");
      String of = "reads.append(reads.isEmpty() ? \"\" : \"; \")";
      String named = ".append(\"lead participant \").append(i + 1).append(\": \").append(";
      String isRead =
          each instanceof Unstated
              ? JavaText.person(property) + ".isPresent()"
              : "truth == whole || whole == 0";
      out.line(
          "if (%s) { %s%s%s.isPresent() ? %s : \"not given\"); }",
          isRead, of, named, JavaText.person(property), value);
    }
    if (!(each instanceof Unstated)) {
      out.line(
          "if (%s && truth == whole) { missing = (missing == null ?"
              + " ImmutableList.<MissingFact>builder() : missing).add(Layout.missing(%s, \"lead"
              + " participant \" + (i + 1), %s, %s)); }",
          provided ? "truth < 0" : "truth == 0",
          quoted(property.fact().id()),
          quoted(property.fact().question()),
          quoted(property.fact().at()));
    }
    out.line("}");
    String text =
        provided
            ? "given + \" of \" + people.size() + \" given\""
            : "reads.isEmpty() ? \"not given\" : reads.toString()";
    out.line(
        "return R%d.found(status, %s, missing == null || status == Status.MET ? Layout.NOTHING :"
            + " missing.build());",
        number, text);
    out.line("}");
  }

  private static Evidence nobody() {
    return Evidence.nothing("");
  }
}
