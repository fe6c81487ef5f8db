package org.tfm.model.record;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Sets;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.term.RuleLanguage;

/**
 * A decision for the file: what was decided, on what, with which policy and on which day.
 *
 * <p>It holds one document, in which every attribute declared {@link
 * org.tfm.model.privacy.Personal} is masked: names are left out; statements and texts that answer a
 * question read {@code (given)}; teacher reference numbers are replaced by {@code 0000001}, {@code
 * 0000002} and so on, in the order in which the document names the people. A number of seven digits
 * has too few forms for a hash to hide it; an ordinal has nothing to do with the number it stands
 * for. What a decision rests on stays: that a number or a statement is given, and whether two
 * numbers are those of one person. The school's name and URN are public and stay too.
 *
 * <p>Its content is written as {@linkplain TfmJson#writeCanonical canonical JSON}, and the SHA-256
 * of that, without the id, is its id. So the same decision has the same record, byte for byte, and
 * a record that was changed is found out. Immutable and thread-safe; reads no clock.
 *
 * @param id {@code sha256:} and 64 hexadecimal digits
 * @param form the version of this form of record, {@value #FORM}
 * @param language the version of the rule language; the library's own is in {@link #assessment}
 * @param decidedOn the day of the decision, named by whoever decided
 * @param application what was decided on, unless it is a group or progress
 * @param group what was decided on, if it is a work group
 * @param progress what was decided on, if it is a year's progress
 * @param assessment the verdicts with every finding, and the version of the policy: the hash of the
 *     book, the hash of each pack that spoke, the version of the library
 */
public record DecisionRecord(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) int form,
    @JsonProperty(required = true) int language,
    @JsonProperty(required = true) LocalDate decidedOn,
    Optional<Application> application,
    Optional<WorkGroup> group,
    Optional<Progress> progress,
    @JsonProperty(required = true) Assessment assessment) {

  /** The version of the form of record that this library writes and reads. */
  public static final int FORM = 1;

  /** What the id is the hash of. */
  record Content(
      int form,
      int language,
      LocalDate decidedOn,
      Optional<Application> application,
      Optional<WorkGroup> group,
      Optional<Progress> progress,
      Assessment assessment) {

    String id() {
      return hash(TfmJson.writeCanonical(this));
    }
  }

  /**
   * Checks the form and the id.
   *
   * @throws InvalidInputException if the form is another, if there is not exactly one document, or
   *     if the id is not that of the content
   */
  public DecisionRecord {
    requireNonNull(id, "id");
    requireNonNull(decidedOn, "decidedOn");
    requireNonNull(assessment, "assessment");
    requireNonNull(application, "application");
    requireNonNull(group, "group");
    requireNonNull(progress, "progress");
    if (form != FORM) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "the record has form `%s`; this library reads form `%s`",
                  form,
                  FORM)
              .atValue("/form"));
    }
    if (Stream.of(application, group, progress).filter(Optional::isPresent).count() != 1) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.CONTRADICTION,
              "a record needs one of `application`, `group` and `progress`"));
    }
    String own =
        new Content(form, language, decidedOn, application, group, progress, assessment).id();
    if (!id.equals(own)) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "the content has the id `%s`, so that it is not what was recorded",
                  own)
              .atValue("/id"));
    }
  }

  /**
   * The record of a decision on a document.
   *
   * @param decidedOn the day of the decision
   * @throws InvalidInputException if the terms cannot assess the document; if masking fails, since
   *     a personal value is in a readable place too or a finding rests on one; or if the record
   *     could not be read again, for a day or a text that is too long; there is no record then
   */
  public static DecisionRecord of(Terms terms, Document document, LocalDate decidedOn) {
    requireNonNull(terms, "terms");
    requireNonNull(document, "document");
    requireNonNull(decidedOn, "decidedOn");
    Assessment assessment = terms.assess(document);
    Document masked = Masked.of(document, terms.answerFacts().values());
    checkSame(assessment, terms.assess(masked));
    Content content =
        new Content(
            FORM,
            RuleLanguage.VERSION,
            decidedOn,
            only(masked, Application.class),
            only(masked, WorkGroup.class),
            only(masked, Progress.class),
            assessment);
    return readBack(
        new DecisionRecord(
            content.id(),
            content.form(),
            content.language(),
            content.decidedOn(),
            content.application(),
            content.group(),
            content.progress(),
            content.assessment()));
  }

  /** The record, if it can be read from the bytes that are kept of it. */
  private static DecisionRecord readBack(DecisionRecord made) {
    String written = made.canonicalJson();
    String kept = new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    if (!kept.equals(written)) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "no record can be made: a text has half of a character, which cannot be written"));
    }
    if (!parse(kept).equals(made)) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.CONTRADICTION,
              "no record can be made: it would be read as another than it was written"));
    }
    return made;
  }

  /** The document that was decided on, masked. */
  @JsonIgnore
  public Document document() {
    return Stream.of(application, group, progress)
        .<Document>flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private static <T> Optional<T> only(Object document, Class<T> type) {
    return Optional.of(document).filter(type::isInstance).map(type::cast);
  }

  /**
   * Refuses an assessment that is another for the masked document. What is found then rests on
   * personal values, and could give them away.
   */
  static void checkSame(Assessment assessment, Assessment masked) {
    if (TfmJson.writeCanonical(assessment).equals(TfmJson.writeCanonical(masked))) {
      return;
    }
    Map<String, String> before = byTerm(assessment.findings());
    Map<String, String> after = byTerm(masked.findings());
    TreeSet<String> terms =
        new TreeSet<>(
            Sets.filter(
                Sets.union(before.keySet(), after.keySet()),
                term -> !String.valueOf(before.get(term)).equals(after.get(term))));
    throw new InvalidInputException(
        Problem.of(
            ProblemCode.PERSONAL_VALUE,
            "no record can be made: with personal values masked, it would be decided otherwise"
                + (terms.isEmpty() ? "" : " on `" + String.join("`, `", terms) + "`")));
  }

  private static Map<String, String> byTerm(Collection<Finding> findings) {
    Map<String, String> byTerm = new TreeMap<>();
    findings.forEach(
        finding -> byTerm.merge(finding.term(), TfmJson.writeCanonical(finding), String::concat));
    return byTerm;
  }

  /**
   * The record that stands in a text.
   *
   * @throws InvalidInputException if it is no record, if its id is not that of its content, or if
   *     it holds what this version of the library cannot
   */
  public static DecisionRecord parse(String json) {
    requireNonNull(json, "json");
    JsonNode tree = TfmJson.reader().tree(json);
    if (!tree.path("id").isTextual()) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "the document is no decision record: it has no `id`"));
    }
    ObjectNode content = tree.deepCopy();
    content.remove("id");
    if (!hash(TfmJson.writeCanonical(content)).equals(tree.path("id").textValue())) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "is not the id of what the record says: it was tampered with, or is damaged")
              .atKey("/id"));
    }
    checkFindings(tree.path("assessment").path("findings"));
    try {
      return TfmJson.read(json, DecisionRecord.class);
    } catch (InvalidInputException e) {
      // The id is right, whatever is said of it once parts of the content are left out.
      List<Problem> others =
          e.problems().stream()
              .filter(problem -> !problem.pointer().equals(Optional.of("/id")))
              .toList();
      throw others.isEmpty() ? e : new InvalidInputException(others);
    }
  }

  /** Refuses findings as they were written before their demand was kept as data. */
  private static void checkFindings(JsonNode findings) {
    for (int i = 0; i < findings.size(); i++) {
      if (!findings.path(i).has("demand")) {
        throw new InvalidInputException(
            Problem.of(
                    ProblemCode.MISSING,
                    "the record has an older format, in which a finding has no `demand`; its id is"
                        + " right, but this version cannot read it")
                .withHint("Maybe read it with the version of the library that wrote it?")
                .atKey("/assessment/findings/" + i + "/demand"));
      }
    }
  }

  private static String hash(String canonical) {
    return "sha256:" + Hashing.sha256().hashString(canonical, StandardCharsets.UTF_8);
  }

  /** The bytes of the record, as a text: canonical JSON with the id. */
  public String canonicalJson() {
    return TfmJson.writeCanonical(this);
  }

  /** The name of the file that the record is kept in, such as {@code sha256-….json}. */
  @JsonIgnore
  public String fileName() {
    return id.replace(':', '-') + ".json";
  }
}
