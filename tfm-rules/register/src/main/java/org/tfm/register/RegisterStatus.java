package org.tfm.register;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;

/** The status of an establishment in the register. */
public enum RegisterStatus {
  /** It is open. */
  OPEN("1", "Open"),
  /** It is closed. */
  CLOSED("2", "Closed"),
  /** It is open, and a proposal to close it is approved. */
  PROPOSED_TO_CLOSE("3", "Open, but proposed to close"),
  /** A proposal to open it is approved. */
  PROPOSED_TO_OPEN("4", "Proposed to open"),
  /** A proposal waits for approval. */
  PENDING_APPROVAL("", "Pending approval"),
  /** A proposal to open it was rejected. */
  REJECTED_OPENING("", "Rejected opening"),
  /** The entry is being examined. */
  QUARANTINE("", "Quarantine"),
  /** The entry is an error. */
  CREATED_IN_ERROR("", "Created in error"),
  /** The entry is kept for its history. */
  ARCHIVED("", "Archived"),
  /** It is no longer an early years setting of the register. */
  DEREGISTERED("", "De-registered as EY setting");

  private static final ImmutableMap<String, RegisterStatus> BY_CODE =
      Maps.uniqueIndex(
          Arrays.stream(values()).filter(status -> !status.code.isEmpty()).toList(),
          status -> status.code);
  private static final ImmutableMap<String, RegisterStatus> BY_TITLE =
      Maps.uniqueIndex(Arrays.asList(values()), status -> Ascii.toLowerCase(status.title));

  private final String code;
  private final String title;

  RegisterStatus(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /** The name in the register, such as {@code Open, but proposed to close}. */
  public String title() {
    return title;
  }

  /** Whether the establishment is open. */
  public boolean isOpen() {
    return this == OPEN || this == PROPOSED_TO_CLOSE;
  }

  /** Finds a status by its code or else by its name; empty if both are unknown. */
  static Optional<RegisterStatus> find(String code, String title) {
    RegisterStatus status = BY_CODE.get(code);
    return Optional.ofNullable(status == null ? BY_TITLE.get(Ascii.toLowerCase(title)) : status);
  }
}
