package org.tfm.examples.cli;

import org.tfm.model.programme.AcademicYear;
import picocli.CommandLine.Option;

/** The hub and the academic year that a command is about. */
final class HubAndYearOptions {

  @Option(
      names = "--hub",
      required = true,
      paramLabel = "HUB",
      description = "The id of the hub, such as cheshire-wirral.")
  private String hub = "";

  @Option(
      names = "--year",
      required = true,
      paramLabel = "YEAR",
      description = "The academic year, such as 2022/23.")
  private String year = "";

  /** The id of the hub. */
  String hub() {
    return hub;
  }

  /** The academic year. */
  AcademicYear year() {
    return Input.part("year", () -> AcademicYear.parse(year));
  }
}
