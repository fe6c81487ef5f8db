package org.tfm.examples.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.Phase;
import picocli.CommandLine.Option;

/** The options for the kind of school. */
final class KindOptions {

  @Option(
      names = "--phase",
      paramLabel = "PHASE",
      description = "Only for schools of this phase, such as primary.")
  private @Nullable Phase phase;

  @Option(
      names = "--establishment-type",
      paramLabel = "TYPE",
      description = "Only for schools of this type, such as community_school.")
  private @Nullable EstablishmentType establishmentType;

  @Option(
      names = "--country",
      paramLabel = "COUNTRY",
      description = "Only for schools in this country, such as england.")
  private @Nullable Country country;

  /** The kind of school, as far as the options give it. */
  PartialSchoolKind kind() {
    return new PartialSchoolKind(
        Optional.ofNullable(phase),
        Optional.ofNullable(establishmentType),
        Optional.ofNullable(country));
  }
}
