package org.tfm.register;

import com.google.common.collect.ImmutableList;

/** The columns that are read from the register; all others are ignored. */
enum Column {
  URN("URN"),
  NAME("EstablishmentName"),
  TYPE("TypeOfEstablishment (code)"),
  STATUS_CODE("EstablishmentStatus (code)"),
  STATUS_NAME("EstablishmentStatus (name)"),
  PHASE("PhaseOfEducation (code)"),
  PHASE_NAME("PhaseOfEducation (name)"),
  COUNTRY("Country (name)"),
  REGION("GOR (code)"),
  AUTHORITY("GSSLACode (name)");

  static final ImmutableList<Column> ALL = ImmutableList.copyOf(values());

  private final String title;

  Column(String title) {
    this.title = title;
  }

  /** The title of the column in the first line of the register. */
  String title() {
    return title;
  }
}
