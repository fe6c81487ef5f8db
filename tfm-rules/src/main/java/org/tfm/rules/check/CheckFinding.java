package org.tfm.rules.check;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalLong;
import org.tfm.model.json.TfmJson;
import org.tfm.model.school.SchoolKind;

/**
 * A finding of a check of packs. Its JSON combines file and line in {@code where}.
 *
 * @param code the kind of finding
 * @param severity the severity
 * @param file the file, such as {@code here/grant.drl}, or the folder of a pack
 * @param line the line in the file, from 1; empty for a pack as a whole
 * @param what a sentence without a closing full stop
 * @param example a kind of school that the finding applies to; absent if it is not about schools
 */
@TfmJson.Strict
@JsonIncludeProperties({"code", "severity", "where", "what", "example"})
@JsonPropertyOrder({"code", "severity", "where", "what", "example"})
public record CheckFinding(
    Code code,
    Severity severity,
    String file,
    OptionalLong line,
    String what,
    Optional<SchoolKind> example) {
  /** Refuses null. */
  public CheckFinding {
    requireNonNull(code, "code");
    requireNonNull(severity, "severity");
    requireNonNull(file, "file");
    requireNonNull(line, "line");
    requireNonNull(what, "what");
    requireNonNull(example, "example");
  }

  /** The severity of a finding. */
  @TfmJson.Strict
  public enum Severity {
    /** A mistake. */
    ERROR,
    /** A possible mistake. */
    WARNING
  }

  /** The kinds of finding. */
  @TfmJson.Strict
  public enum Code {
    /** A file is invalid, so the pack does not load. */
    DOES_NOT_LOAD(Severity.ERROR),
    /** A rule applies to no kind of school. */
    NEVER_FIRES(Severity.ERROR),
    /** No document can meet a criterion or a condition. */
    CANNOT_HOLD(Severity.ERROR),
    /** No document can meet two requirements that are both a MUST. */
    CONTRADICTION(Severity.ERROR),
    /** Two requirements give two first or last days for one thing. */
    TWO_DEADLINES(Severity.WARNING),
    /** The rules are too many, or too large, to check all of them. */
    TOO_MUCH(Severity.ERROR),
    /** A worked case fails or cannot be run. */
    CASE_FAILS(Severity.ERROR),
    /** A form map has a mistake, or a place for an answer that its policy does not ask for. */
    FORM_MAP(Severity.ERROR),
    /** No rule says anything about an offered type. */
    NO_TERMS(Severity.ERROR),
    /** No rule says who may take part. */
    NO_ELIGIBILITY(Severity.WARNING),
    /** A grant does not wait for the place, so a school that gets no place is promised it too. */
    NO_PLACE(Severity.WARNING),
    /** A referral makes no difference. */
    NEEDLESS_REFERRAL(Severity.WARNING),
    /** A part of a criterion makes no difference. */
    NEEDLESS_PART(Severity.WARNING),
    /** A fact is used twice, so a verdict may stay open although every answer gives the same. */
    STAYS_OPEN(Severity.WARNING),
    /** A term replaces one that says the same. */
    CHANGES_NOTHING(Severity.WARNING),
    /** A term of an extended pack is replaced by one that may be less strict. */
    LOOSENS(Severity.WARNING),
    /** Another hub has the same name. */
    SAME_NAME(Severity.WARNING),
    /** A term names a work group type that neither the library nor a pack knows. */
    UNKNOWN_TYPE(Severity.WARNING),
    /** A term names a day of a session that is not in the academic year of the pack. */
    NOT_IN_YEAR(Severity.WARNING),
    /** A duty that is checked has the id of a question of the library, which is asked instead. */
    OTHER_QUESTION(Severity.WARNING),
    /** No term uses a declared fact. */
    UNUSED_FACT(Severity.WARNING),
    /** A yes-no fact has no subject and verb, so that sentences quote its question. */
    SAID_AS_QUESTION(Severity.WARNING),
    /** No rule cites a listed source. */
    UNUSED_SOURCE(Severity.WARNING),
    /** A source was last compared with the rules too long ago. */
    STALE_SOURCE(Severity.WARNING),
    /** A term is ambiguous and its rule gives no reading. */
    NO_READING(Severity.WARNING),
    /** No case shows one of the possible outcomes of a requirement. */
    NOT_EXERCISED(Severity.WARNING),
    /** A rule file has no worked cases. */
    NO_CASES(Severity.WARNING);

    private final Severity severity;

    Code(Severity severity) {
      this.severity = severity;
    }
  }

  static CheckFinding of(Code code, FilePlace place, String what, Optional<SchoolKind> example) {
    return new CheckFinding(code, code.severity, place.file(), place.line(), what, example);
  }

  /** The file and line as one text, such as {@code here/grant.drl:12}. */
  @JsonProperty("where")
  public String where() {
    return new FilePlace(file, line).toString();
  }
}
