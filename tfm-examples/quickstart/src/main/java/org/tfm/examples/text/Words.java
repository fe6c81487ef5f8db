package org.tfm.examples.text;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Section;

/** The headings and short words that people read. */
public final class Words {

  /** The sections of a policy, in the order in which people read them. */
  public static final ImmutableList<Section> SECTIONS =
      ImmutableList.of(
          Section.ELIGIBILITY,
          Section.APPLICATION,
          Section.COMMITMENT,
          Section.GROUP,
          Section.PROGRESS,
          Section.ENTITLEMENT,
          Section.PROVISION,
          Section.UNDERTAKING,
          Section.PRIORITY);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private Words() {}

  /** Returns a verdict, such as {@code THE HUB DECIDES}. */
  public static String verdict(Verdict verdict) {
    return switch (verdict) {
      case YES -> "YES";
      case NO -> "NO";
      case REFER_TO_HUB -> "THE HUB DECIDES";
      case MORE_INFORMATION_NEEDED -> "MORE INFORMATION NEEDED";
      case NOT_STATED -> "NOT STATED";
    };
  }

  /** The heading of the charges, which stand apart from what the school gets. */
  public static final String CHARGES = "What the school pays";

  /** Whether an entitlement is something to pay, under the heading of the charges. */
  public static boolean isPaid(EntitlementFinding found) {
    return found.charge() && !Entitlement.isFree(found.charge(), found.amount());
  }

  /** Returns the heading of an aspect, such as {@code Commitments}. */
  public static String heading(Aspect aspect) {
    return heading(Section.of(aspect));
  }

  /** Returns the heading of a section, such as {@code What the hub provides}. */
  public static String heading(Section section) {
    return switch (section) {
      case ELIGIBILITY -> "Eligibility";
      case APPLICATION -> "Application";
      case COMMITMENT -> "Commitments";
      case GROUP -> "The group";
      case PROGRESS -> "The year";
      case ENTITLEMENT -> "What the school gets";
      case PROVISION -> "What the hub provides";
      case UNDERTAKING -> "What the school agrees to do";
      case PRIORITY -> "Who goes first";
    };
  }

  /** Returns the status of a requirement, such as {@code not met}. */
  public static String status(Status status) {
    return switch (status) {
      case MET -> "met";
      case UNMET -> "not met";
      case REFERRED -> "the hub decides";
      case EVIDENCE_MISSING -> "not answered";
      case POLICY_SILENT -> "no figure";
    };
  }

  /**
   * Returns the status of an entitlement or a priority, such as {@code not due} or {@code no}.
   *
   * @param section the section of its term
   */
  public static String status(Section section, EntitlementStatus status) {
    boolean isPriority = section == Section.PRIORITY;
    return switch (status) {
      case FIRM -> isPriority ? "yes" : "due";
      case CONDITIONAL -> "not yet certain";
      case NOT_DUE -> isPriority ? "no" : "not due";
    };
  }

  /** Returns a day, such as {@code 3 May 2022}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Returns a number of things, such as {@code 1 school} or {@code 2 schools}. */
  public static String number(long count, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
  }

  /** Returns names as a list, such as {@code a, b or c}. */
  public static String list(List<String> names, String conjunction) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " " + conjunction + " " + names.get(last);
  }

  /** Returns how we read a source, as a sentence that says that it is our reading. */
  public static String interpretation(String reading) {
    return "Our interpretation: " + reading + (reading.endsWith(".") ? "" : ".");
  }

  /** Returns a text that starts with a capital letter. */
  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Returns enough of a hash to tell two apart by eye. */
  public static String shortHash(String hash) {
    return hash.substring(0, Math.min(hash.length(), "sha256:".length() + 12));
  }
}
