package org.tfm.model.document;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Locale;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.OfstedGrade;

/** The names of phases, types, countries and Ofsted grades for use in sentences. */
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
          .collect(ImmutableMap.toImmutableMap(Enum::name, SchoolNames::type));

  static final ImmutableMap<String, String> COUNTRIES =
      Maps.toMap(Arrays.stream(Country.values()).map(Enum::name).toList(), SchoolNames::country);

  static final ImmutableMap<String, String> OFSTED_GRADES =
      Arrays.stream(OfstedGrade.values())
          .collect(
              ImmutableMap.toImmutableMap(
                  Enum::name, grade -> grade.title().toLowerCase(Locale.ROOT)));

  private SchoolNames() {}

  private static String country(String name) {
    Country country = Country.valueOf(name);
    return switch (country) {
      case CROWN_DEPENDENCIES_AND_GIBRALTAR -> "a Crown dependency or Gibraltar";
      case OVERSEAS -> "a country overseas";
      default -> country.title();
    };
  }

  /** Returns the name of a type with its article, such as {@code an academy converter}. */
  static String type(EstablishmentType type) {
    return switch (type) {
      case NON_MAINTAINED_SPECIAL_SCHOOL -> "a non-maintained special school";
      case EUROPEAN_SCHOOL -> "a European school";
      case FURTHER_EDUCATION -> "a further education college";
      case PLAYING_FOR_SUCCESS_CENTRE -> "a Playing for Success centre";
      case MISCELLANEOUS -> "an establishment of another type";
      case ACADEMY_SPONSOR_LED -> "a sponsor-led academy";
      case WELSH_ESTABLISHMENT -> "a Welsh establishment";
      case SPECIAL_POST_16_INSTITUTION -> "a special post-16 institution";
      case ACADEMY_SPECIAL_SPONSOR_LED -> "a sponsor-led special academy";
      case BRITISH_SCHOOL_OVERSEAS -> "a British school overseas";
      case FREE_SCHOOL_ALTERNATIVE_PROVISION -> "an alternative provision free school";
      case FREE_SCHOOL_16_19 -> "a 16 to 19 free school";
      case UNIVERSITY_TECHNICAL_COLLEGE -> "a university technical college";
      case ACADEMY_ALTERNATIVE_PROVISION_CONVERTER -> "an alternative provision academy converter";
      case ACADEMY_ALTERNATIVE_PROVISION_SPONSOR_LED ->
          "a sponsor-led alternative provision academy";
      case ACADEMY_SPECIAL_CONVERTER -> "a special academy converter";
      case ACADEMY_16_19_CONVERTER -> "a 16 to 19 academy converter";
      case ACADEMY_16_19_SPONSOR_LED -> "a sponsor-led 16 to 19 academy";
      case INSTITUTION_FUNDED_BY_OTHER_GOVERNMENT_DEPARTMENT ->
          "an institution funded by another government department";
      case ACADEMY_SECURE_16_TO_19 -> "a secure 16 to 19 academy";
      default -> withArticle(type.title());
    };
  }

  private static String withArticle(String title) {
    String article = "AEIOU".indexOf(title.charAt(0)) < 0 ? "a " : "an ";
    return article + title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }
}
