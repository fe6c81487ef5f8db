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
 * The record of a decision, for the file: the document, the assessment, the policy version and the
 * day.
 *
 * <p>In the document, every attribute declared {@link org.tfm.model.privacy.Personal} is masked:
 * names are left out; statements and text answers become {@code (given)}; teacher reference numbers
 * become {@code 0000001}, {@code 0000002} and so on, in document order. Hashes would not hide
 * seven-digit numbers, because all of them can be tried; the ordinals do not depend on the numbers.
 * The record keeps the information that decisions need: whether a number or statement is given, and
 * whether two numbers are equal. It also keeps the school's name and URN, which are public.
 *
 * <p>The id is the SHA-256 hash of the content as {@linkplain TfmJson#writeCanonical canonical
 * JSON}. Equal decisions have equal records, byte for byte, and a changed record is detected.
 * Immutable and thread-safe; reads no clock.
 *
 * @param id {@code sha256:} and 64 hexadecimal digits
 * @param form the version of the record format
 * @param language the version of the rule language; the assessment has the library version
 * @param decidedOn the day of the decision
 * @param application the document, if it is an application
 * @param group the document, if it is a work group
 * @param progress the document, if it is a progress report
 * @param assessment the verdicts with every finding, and the version of the policy: the hash of the
 *     book, the hash of each pack used and the version of the library
 */
@TfmJson.Strict
public record DecisionRecord(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) int form,
    @JsonProperty(required = true) int language,
    @JsonProperty(required = true) LocalDate decidedOn,
    Optional<Application> application,
    Optional<WorkGroup> group,
    Optional<Progress> progress,
    @JsonProperty(required = true) Assessment assessment) {

  /** The version of the record format that the library reads and writes. */
  public static final int FORM = 1;

  /** The content that the id is the hash of. */
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
   * Validates the format version and the id.
   *
   * @throws InvalidInputException if the format version is not supported, if there is not exactly
   *     one document, or if the id does not match the content
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
                  "`%s` is not a supported record format; expected `%s`",
                  form,
                  FORM)
              .atValue("/form"));
    }
    if (Stream.of(application, group, progress).filter(Optional::isPresent).count() != 1) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.CONTRADICTION,
              "expected exactly one of `application`, `group` and `progress`"));
    }
    String own =
        new Content(form, language, decidedOn, application, group, progress, assessment).id();
    if (!id.equals(own)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "does not match the content, whose id is `%s`", own)
              .atValue("/id"));
    }
  }

  /**
   * Assesses a document and returns the record of the decision.
   *
   * @param decidedOn the day of the decision
   * @throws InvalidInputException if the terms cannot assess the document; if a personal value also
   *     appears in a public attribute or affects a finding; or if the record could not be read
   *     back, for example because a text is too long
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
            terms.policy().language().orElse(RuleLanguage.OLDEST),
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

  /** Returns the record after checking that it can be read back from its bytes. */
  private static DecisionRecord readBack(DecisionRecord made) {
    String written = made.canonicalJson();
    String kept = new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    if (!kept.equals(written)) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "cannot record the decision: a text has half of a character, which cannot be written"));
    }
    if (!parse(kept).equals(made)) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.CONTRADICTION,
              "cannot record the decision: the record would not read back as it was written"));
    }
    return made;
  }

  /** The document with personal values masked. */
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
   * Rejects an assessment that differs for the masked document: its findings depend on personal
   * values and could reveal them.
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
            "cannot record the decision: masking personal values changes "
                + (terms.isEmpty() ? "it" : "`" + String.join("`, `", terms) + "`")));
  }

  private static Map<String, String> byTerm(Collection<Finding> findings) {
    Map<String, String> byTerm = new TreeMap<>();
    findings.forEach(
        finding -> byTerm.merge(finding.term(), TfmJson.writeCanonical(finding), String::concat));
    return byTerm;
  }

  /**
   * Parses a record.
   *
   * @throws InvalidInputException if the text is not a record, if its id does not match its
   *     content, or if this version of the library does not support it
   */
  public static DecisionRecord parse(String json) {
    requireNonNull(json, "json");
    JsonNode tree = TfmJson.reader().tree(json);
    if (!tree.path("id").isTextual()) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "the document is not a decision record: it has no `id`"));
    }
    ObjectNode content = tree.deepCopy();
    content.remove("id");
    if (!hash(TfmJson.writeCanonical(content)).equals(tree.path("id").textValue())) {
      throw new InvalidInputException(
          changed(
              json,
              content,
              Problem.of(
                      ProblemCode.CONTRADICTION,
                      "does not match the content: the record was changed or is damaged")
                  .atKey("/id")));
    }
    checkFindings(tree.path("assessment").path("findings"));
    try {
      return TfmJson.read(json, DecisionRecord.class);
    } catch (InvalidInputException e) {
      // The id was checked above; without the parts that cannot be read it no longer matches.
      List<Problem> others =
          e.problems().stream()
              .filter(problem -> !problem.pointer().equals(Optional.of("/id")))
              .toList();
      throw others.isEmpty() ? e : new InvalidInputException(others);
    }
  }

  /**
   * Returns the problems of a record with another id than its content: the keys that no record has,
   * and the id unless it is that of the content without them.
   */
  private static List<Problem> changed(String json, JsonNode content, Problem id) {
    List<Problem> unknown =
        problems(() -> TfmJson.reader().read(content, Content.class)).stream()
            .filter(one -> one.code() == ProblemCode.UNKNOWN_KEY)
            .toList();
    boolean isOther =
        problems(() -> TfmJson.read(json, DecisionRecord.class)).stream()
            .anyMatch(one -> one.pointer().equals(Optional.of("/id")));
    return unknown.isEmpty() || isOther
        ? Stream.concat(unknown.stream(), Stream.of(id)).toList()
        : unknown;
  }

  private static List<Problem> problems(Runnable reading) {
    try {
      reading.run();
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems();
    }
  }

  /** Rejects findings in the older format without {@code demand}. */
  private static void checkFindings(JsonNode findings) {
    for (int i = 0; i < findings.size(); i++) {
      if (!findings.path(i).has("demand")) {
        throw new InvalidInputException(
            Problem.of(
                    ProblemCode.MISSING,
                    "the record has an older format, in which a finding has no `demand`; its id is"
                        + " correct, but this version cannot read it")
                .withHint("Maybe read it with the version of the library that wrote it?")
                .atKey("/assessment/findings/" + i + "/demand"));
      }
    }
  }

  private static String hash(String canonical) {
    return "sha256:" + Hashing.sha256().hashString(canonical, StandardCharsets.UTF_8);
  }

  /** The record as canonical JSON with the id. */
  public String canonicalJson() {
    return TfmJson.writeCanonical(this);
  }

  /** The name for the file of the record, such as {@code sha256-….json}. */
  @JsonIgnore
  public String fileName() {
    return id.replace(':', '-') + ".json";
  }
}
