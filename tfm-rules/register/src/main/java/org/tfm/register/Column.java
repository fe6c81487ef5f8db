package org.tfm.register;

import com.google.common.collect.ImmutableList;

/** The columns of the register that are read; all others are ignored. */
enum Column {
  URN("URN"),
  NAME("EstablishmentName"),
  TYPE("TypeOfEstablishment (code)"),
  STATUS_CODE("EstablishmentStatus (code)"),
  STATUS_NAME("EstablishmentStatus (name)"),
  PHASE("PhaseOfEducation (code)"),
  COUNTRY("Country (name)"),
  REGION("GOR (code)"),
  AUTHORITY("GSSLACode (name)");

  static final ImmutableList<Column> ALL = ImmutableList.copyOf(values());

  private final String title;

  Column(String title) {
    this.title = title;
  }

  /** The name of the column in the first line of the register. */
  String title() {
    return title;
  }
}
