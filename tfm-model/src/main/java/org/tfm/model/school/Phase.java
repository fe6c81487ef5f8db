package org.tfm.model.school;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Optional;
import org.tfm.model.json.TfmJson;

/** The phase of education in the register of schools. */
@TfmJson.Strict
public enum Phase {
  /** Below compulsory school age. */
  NURSERY("1", "Nursery"),
  /** Primary. */
  PRIMARY("2", "Primary"),
  /** A middle school that is deemed primary. */
  MIDDLE_DEEMED_PRIMARY("3", "Middle deemed primary"),
  /** A middle school that is deemed secondary. */
  MIDDLE_DEEMED_SECONDARY("5", "Middle deemed secondary"),
  /** Secondary. */
  SECONDARY("4", "Secondary"),
  /** Above compulsory school age. */
  SIXTEEN_PLUS("6", "16 plus"),
  /** Primary and secondary in one. */
  ALL_THROUGH("7", "All-through"),
  /** No phase in the register: most special, independent and alternative provision. */
  NOT_APPLICABLE("0", "Not applicable");

  private static final ImmutableMap<String, Phase> BY_CODE =
      Maps.uniqueIndex(List.of(values()), Phase::code);

  private final String code;
  private final String title;

  Phase(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /** The code in the register, such as {@code 2}. */
  public String code() {
    return code;
  }

  /** The name of the phase in the register, such as {@code All-through}. */
  public String title() {
    return title;
  }

  /** Returns the phase with a register code; empty if there is none. */
  public static Optional<Phase> findByCode(String code) {
    requireNonNull(code, "code");
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
