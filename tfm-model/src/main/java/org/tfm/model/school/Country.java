package org.tfm.model.school;

/** The country of a school. */
public enum Country {
  /** England, where the Maths Hubs are. */
  ENGLAND,
  /** Wales. */
  WALES,
  /** Scotland. */
  SCOTLAND,
  /** Northern Ireland. */
  NORTHERN_IRELAND,
  /** Jersey, Guernsey, the Isle of Man and Gibraltar. */
  CROWN_DEPENDENCIES_AND_GIBRALTAR,
  /** Anywhere else. */
  OVERSEAS
}
