package org.tfm.model.document;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Locale;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;

/** The names of phases, types and countries for use in sentences. */
final class SchoolNames {

  static final ImmutableMap<String, String> PHASES =
      ImmutableMap.<String, String>builder()
          .put("NURSERY", "a nursery school")
          .put("PRIMARY", "a primary school")
          .put("MIDDLE_DEEMED_PRIMARY", "a middle-deemed-primary school")
          .put("MIDDLE_DEEMED_SECONDARY", "a middle-deemed-secondary school")
          .put("SECONDARY", "a secondary school")
          .put("SIXTEEN_PLUS", "a 16-plus provider")
          .put("ALL_THROUGH", "an all-through school")
          .put("NOT_APPLICABLE", "a school without a phase")
          .buildOrThrow();

  static final ImmutableMap<String, String> TYPES =
      Arrays.stream(EstablishmentType.values())
          .collect(ImmutableMap.toImmutableMap(Enum::name, type -> inSentence(type.title())));

  static final ImmutableMap<String, String> COUNTRIES =
      Maps.toMap(Arrays.stream(Country.values()).map(Enum::name).toList(), SchoolNames::country);

  private SchoolNames() {}

  private static String country(String name) {
    Country country = Country.valueOf(name);
    return switch (country) {
      case CROWN_DEPENDENCIES_AND_GIBRALTAR -> "a Crown dependency or Gibraltar";
      case OVERSEAS -> "a country overseas";
      default -> country.title();
    };
  }

  /** Returns a title in lower case, except for abbreviations and names. */
  private static String inSentence(String title) {
    return title.startsWith("British") || title.startsWith("Welsh") || title.startsWith("European")
        ? title
        : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }
}
