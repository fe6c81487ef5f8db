package org.tfm.register;

import static org.tfm.model.school.Country.CROWN_DEPENDENCIES_AND_GIBRALTAR;
import static org.tfm.model.school.Country.ENGLAND;
import static org.tfm.model.school.Country.NORTHERN_IRELAND;
import static org.tfm.model.school.Country.OVERSEAS;
import static org.tfm.model.school.Country.SCOTLAND;
import static org.tfm.model.school.Country.WALES;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;

/**
 * Determines the country of a school in the register.
 *
 * <p>The column for the country is mostly empty, so other columns follow in turn: the statistical
 * code of the local authority, the region and the type.
 */
final class Countries {

  private static final ImmutableMap<String, Country> BY_NAME =
      ImmutableMap.<String, Country>builder()
          .put("england", ENGLAND)
          .put("wales", WALES)
          .put("scotland", SCOTLAND)
          .put("northern ireland", NORTHERN_IRELAND)
          .put("jersey", CROWN_DEPENDENCIES_AND_GIBRALTAR)
          .put("guernsey", CROWN_DEPENDENCIES_AND_GIBRALTAR)
          .put("alderney", CROWN_DEPENDENCIES_AND_GIBRALTAR)
          .put("isle of man", CROWN_DEPENDENCIES_AND_GIBRALTAR)
          .put("gibraltar", CROWN_DEPENDENCIES_AND_GIBRALTAR)
          .buildOrThrow();

  /** The English names of all other countries; loaded only if a register names one. */
  private static final class Overseas {

    /** The United Kingdom is left out, because it does not say which of its countries. */
    static final ImmutableSet<String> NAMES =
        Stream.of(Locale.getISOCountries())
            .filter(code -> !code.equals("GB"))
            .map(code -> new Locale.Builder().setRegion(code).build())
            .map(country -> Ascii.toLowerCase(country.getDisplayCountry(Locale.ENGLISH)))
            .collect(ImmutableSet.toImmutableSet());
  }

  private static final ImmutableMap<Character, Country> BY_LETTER =
      ImmutableMap.of('E', ENGLAND, 'W', WALES, 'S', SCOTLAND, 'N', NORTHERN_IRELAND);
  private static final int LENGTH_OF_AUTHORITY = 9;
  private static final Pattern AUTHORITY = Pattern.compile("[EWSN][0-9]{8}");
  private static final ImmutableSet<String> ENGLISH_REGIONS =
      ImmutableSet.of("A", "B", "D", "E", "F", "G", "H", "J", "K");

  private Countries() {}

  /**
   * Finds the country; empty if the register does not give it.
   *
   * @param name the column "Country (name)"
   * @param authority the column "GSSLACode (name)", such as {@code E09000001}
   * @param region the column "GOR (code)", such as {@code H} for London
   * @param type the type of the establishment
   */
  static Optional<Country> find(
      String name, String authority, String region, Optional<EstablishmentType> type) {
    String country = Ascii.toLowerCase(name);
    Country named = BY_NAME.get(country);
    if (named != null) {
      return Optional.of(named);
    }
    if (!country.isEmpty() && Overseas.NAMES.contains(country)) {
      return Optional.of(OVERSEAS);
    }
    if (authority.length() == LENGTH_OF_AUTHORITY && AUTHORITY.matcher(authority).matches()) {
      return Optional.ofNullable(BY_LETTER.get(authority.charAt(0)));
    }
    if (ENGLISH_REGIONS.contains(region)) {
      return Optional.of(ENGLAND);
    }
    if (region.equals("W") || type.equals(Optional.of(EstablishmentType.WELSH_ESTABLISHMENT))) {
      return Optional.of(WALES);
    }
    return type.filter(EstablishmentType.BRITISH_SCHOOL_OVERSEAS::equals).map(overseas -> OVERSEAS);
  }
}
