package org.tfm.model.school;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Optional;

/** The phase of education in the register of schools. */
public enum Phase {
  /** Below compulsory school age. */
  NURSERY("1"),
  /** Primary. */
  PRIMARY("2"),
  /** A middle school that is deemed primary. */
  MIDDLE_DEEMED_PRIMARY("3"),
  /** A middle school that is deemed secondary. */
  MIDDLE_DEEMED_SECONDARY("5"),
  /** Secondary. */
  SECONDARY("4"),
  /** Above compulsory school age. */
  SIXTEEN_PLUS("6"),
  /** Primary and secondary in one. */
  ALL_THROUGH("7"),
  /** No phase in the register: most special, independent and alternative provision. */
  NOT_APPLICABLE("0");

  private static final ImmutableMap<String, Phase> BY_CODE =
      Maps.uniqueIndex(List.of(values()), Phase::code);

  private final String code;

  Phase(String code) {
    this.code = code;
  }

  /** The code in the register, such as {@code 2}. */
  public String code() {
    return code;
  }

  /** Returns the phase with a register code; empty if there is none. */
  public static Optional<Phase> findByCode(String code) {
    requireNonNull(code, "code");
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
