package org.tfm.rules.check;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalLong;
import org.tfm.model.school.SchoolKind;

/**
 * Something that a check of packs found. JSON has file and line as one text, {@code where}.
 *
 * @param code what sort of thing it is
 * @param severity how bad it is
 * @param file the file, such as {@code here/grant.drl}, or the folder of a pack
 * @param line the line in the file, from 1; empty for a pack as a whole
 * @param what a sentence without a closing full stop
 * @param example a kind of school for which it is so; absent where no school is concerned
 */
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

  /** How bad a finding is. */
  public enum Severity {
    /** Certainly a mistake. */
    ERROR,
    /** Perhaps a mistake; worth a look. */
    WARNING
  }

  /** The sorts of finding. */
  public enum Code {
    /** A file is refused, so that no book can be made of the pack. */
    DOES_NOT_LOAD(Severity.ERROR),
    /** A rule fires for no kind of school. */
    NEVER_FIRES(Severity.ERROR),
    /** No document can fulfil a criterion, or a condition. */
    CANNOT_HOLD(Severity.ERROR),
    /** No document can fulfil two requirements that both must hold. */
    CONTRADICTION(Severity.ERROR),
    /** A worked case does not hold, or cannot be run. */
    CASE_FAILS(Severity.ERROR),
    /** Nothing is said on who may take part. */
    NO_ELIGIBILITY(Severity.WARNING),
    /** A referral makes no difference. */
    NEEDLESS_REFERRAL(Severity.WARNING),
    /** One of several parts of a criterion makes no difference. */
    NEEDLESS_PART(Severity.WARNING),
    /** A fact is asked twice, so that a verdict may stay open longer than it has to. */
    STAYS_OPEN(Severity.WARNING),
    /** A term takes the place of one that says the same. */
    CHANGES_NOTHING(Severity.WARNING),
    /** A term of a base gives way to one that is not proved to be as strict. */
    LOOSENS(Severity.WARNING),
    /** A term names a work group type that neither the library nor a pack knows. */
    UNKNOWN_TYPE(Severity.WARNING),
    /** A declared fact is asked by no term. */
    UNUSED_FACT(Severity.WARNING),
    /** A yes-no fact has no subject and verb, so that sentences quote its question. */
    SAID_AS_QUESTION(Severity.WARNING),
    /** A listed source is cited by no rule. */
    UNUSED_SOURCE(Severity.WARNING),
    /** Nobody has compared the rules with a source for more than a year. */
    STALE_SOURCE(Severity.WARNING),
    /** A term is open to several readings, and none is given. */
    NO_READING(Severity.WARNING),
    /** A requirement is not shown from every side by a case. */
    NOT_EXERCISED(Severity.WARNING),
    /** No cases stand beside a rule file. */
    NO_CASES(Severity.WARNING);

    private final Severity severity;

    Code(Severity severity) {
      this.severity = severity;
    }
  }

  static CheckFinding of(Code code, FilePlace place, String what, Optional<SchoolKind> example) {
    return new CheckFinding(code, code.severity, place.file(), place.line(), what, example);
  }

  /** File and line in words, such as {@code here/grant.drl:12}. */
  @JsonProperty("where")
  public String where() {
    return new FilePlace(file, line).toString();
  }
}
