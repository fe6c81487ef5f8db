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
  AUTHORITY("GSSLACode (name)"),
  AUTHORITY_NAME("LA (name)"),
  DISTRICT_NAME("DistrictAdministrative (name)"),
  REGION_NAME("GOR (name)"),
  LOWEST_AGE("StatutoryLowAge"),
  HIGHEST_AGE("StatutoryHighAge"),
  NURSERY("NurseryProvision (name)"),
  FREE_MEALS("PercentageFSM"),
  PUPILS("NumberOfPupils"),
  OFSTED("OfstedRating (name)"),
  TRUST_CODE("Trusts (code)"),
  TRUST_NAME("Trusts (name)"),
  OPENED("OpenDate"),
  CLOSED("CloseDate"),
  REASON_OPENED("ReasonEstablishmentOpened (name)"),
  REASON_CLOSED("ReasonEstablishmentClosed (name)"),
  TOWN("Town"),
  POSTCODE("Postcode");

  static final ImmutableList<Column> ALL = ImmutableList.copyOf(values());

  private final String title;

  Column(String title) {
    this.title = title;
  }

  /** The title of the column in the first line of the register. */
  String title() {
    return title;
  }

  /** The place of its value among the selected fields of a row. */
  @SuppressWarnings("EnumOrdinal") // Never leaves the process.
  int place() {
    return ordinal();
  }
}
