package org.tfm.model.school;

import org.tfm.model.json.TfmJson;

/** The country of a school. */
@TfmJson.Strict
public enum Country {
  /** England, where the Maths Hubs are. */
  ENGLAND("England"),
  /** Wales. */
  WALES("Wales"),
  /** Scotland. */
  SCOTLAND("Scotland"),
  /** Northern Ireland. */
  NORTHERN_IRELAND("Northern Ireland"),
  /** Jersey, Guernsey, the Isle of Man and Gibraltar. */
  CROWN_DEPENDENCIES_AND_GIBRALTAR("Crown dependencies and Gibraltar"),
  /** Anywhere else. */
  OVERSEAS("Overseas");

  private final String title;

  Country(String title) {
    this.title = title;
  }

  /** The name of the country, such as {@code Northern Ireland}. */
  public String title() {
    return title;
  }
}
