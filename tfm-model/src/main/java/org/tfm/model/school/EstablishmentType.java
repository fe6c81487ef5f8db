package org.tfm.model.school;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tfm.model.json.TfmJson;

/**
 * The type of an establishment in the register of schools, with the funding and provision that
 * follow from it.
 *
 * <p>Both follow from the type alone. The register's type <em>group</em> does not help: it puts
 * independent special schools together with maintained ones.
 */
@TfmJson.Strict
public enum EstablishmentType {
  /** Maintained by the local authority. */
  COMMUNITY_SCHOOL("1", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Maintained by the local authority; a foundation appoints most of the governors. */
  VOLUNTARY_AIDED_SCHOOL("2", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Maintained by the local authority. */
  VOLUNTARY_CONTROLLED_SCHOOL("3", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Maintained by the local authority. */
  FOUNDATION_SCHOOL("5", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Independent in law, but paid for by the state and free to pupils: counted as state-funded. */
  CITY_TECHNOLOGY_COLLEGE("6", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Maintained by the local authority. */
  COMMUNITY_SPECIAL_SCHOOL("7", Funding.STATE, ProvisionType.SPECIAL),
  /**
   * Not maintained by an authority, but paid for by the state and not for profit: counted as
   * state-funded, as in the government's school statistics.
   */
  NON_MAINTAINED_SPECIAL_SCHOOL("8", Funding.STATE, ProvisionType.SPECIAL),
  /** Independent, though authorities may buy places there. */
  INDEPENDENT_SCHOOL_APPROVED_FOR_SEN_PUPILS("9", Funding.INDEPENDENT, ProvisionType.SPECIAL),
  /** Independent, though the register's type group counts it among special schools. */
  @JsonAlias("OTHER_INDEPENDENT_SPECIAL_SCHOOL")
  INDEPENDENT_SPECIAL_SCHOOL("10", Funding.INDEPENDENT, ProvisionType.SPECIAL),
  /** Paid for by fees. */
  @JsonAlias("OTHER_INDEPENDENT_SCHOOL")
  INDEPENDENT_SCHOOL("11", Funding.INDEPENDENT, ProvisionType.MAINSTREAM),
  /** Maintained by the local authority. */
  FOUNDATION_SPECIAL_SCHOOL("12", Funding.STATE, ProvisionType.SPECIAL),
  /** Maintained by the local authority. */
  PUPIL_REFERRAL_UNIT("14", Funding.STATE, ProvisionType.ALTERNATIVE),
  /** Maintained by the local authority. */
  @JsonAlias("LOCAL_AUTHORITY_NURSERY_SCHOOL")
  LA_NURSERY_SCHOOL("15", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Set up by treaty and partly fee-paying: the type does not determine the funding. */
  EUROPEAN_SCHOOL("17", Funding.NOT_SAID, ProvisionType.MAINSTREAM),
  /** Colleges, not schools; paid for by the state. */
  FURTHER_EDUCATION("18", Funding.STATE, ProvisionType.OTHER),
  /** Early-years settings of any owner: the type does not determine the funding. */
  EY_SETTING("22", Funding.NOT_SAID, ProvisionType.OTHER),
  /** Study centres at sports clubs, not schools: the type does not determine the funding. */
  PLAYING_FOR_SUCCESS_CENTRE("23", Funding.NOT_SAID, ProvisionType.OTHER),
  /** Secure homes and units paid for by public authorities. */
  @JsonAlias("SECURE_UNITS")
  SECURE_UNIT("24", Funding.STATE, ProvisionType.OTHER),
  /** Schools of Jersey, Guernsey and the Isle of Man, outside England's school funding. */
  @JsonAlias("OFFSHORE_SCHOOLS")
  OFFSHORE_SCHOOL("25", Funding.INDEPENDENT, ProvisionType.MAINSTREAM),
  /** Schools of the armed forces, paid for by the state. */
  @JsonAlias("SERVICE_CHILDRENS_EDUCATION")
  CHILDRENS_EDUCATION_SERVICE("26", Funding.STATE, ProvisionType.OTHER),
  /** Any other establishment: the type does not determine the funding. */
  MISCELLANEOUS("27", Funding.NOT_SAID, ProvisionType.OTHER),
  /** Paid for by the state through an academy trust. */
  ACADEMY_SPONSOR_LED("28", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Not a school; the funding is mixed. */
  @JsonAlias("HIGHER_EDUCATION_INSTITUTIONS")
  HIGHER_EDUCATION_INSTITUTION("29", Funding.NOT_SAID, ProvisionType.OTHER),
  /** Any school in Wales, state-funded or not: the type does not determine the funding. */
  WELSH_ESTABLISHMENT("30", Funding.NOT_SAID, ProvisionType.OTHER),
  /** Sixth-form centres of maintained schools. */
  @JsonAlias("SIXTH_FORM_CENTRES")
  SIXTH_FORM_CENTRE("31", Funding.STATE, ProvisionType.OTHER),
  /** Specialist colleges, some with state places and some without. */
  SPECIAL_POST_16_INSTITUTION("32", Funding.NOT_SAID, ProvisionType.SPECIAL),
  /** Paid for by the state through an academy trust. */
  ACADEMY_SPECIAL_SPONSOR_LED("33", Funding.STATE, ProvisionType.SPECIAL),
  /** Paid for by the state through an academy trust. */
  ACADEMY_CONVERTER("34", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Paid for by the state through an academy trust. */
  @JsonAlias("FREE_SCHOOLS")
  FREE_SCHOOL("35", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Paid for by the state through an academy trust. */
  @JsonAlias("FREE_SCHOOLS_SPECIAL")
  SPECIAL_FREE_SCHOOL("36", Funding.STATE, ProvisionType.SPECIAL),
  /** Fee-paying schools abroad. */
  @JsonAlias("BRITISH_SCHOOLS_OVERSEAS")
  BRITISH_SCHOOL_OVERSEAS("37", Funding.INDEPENDENT, ProvisionType.MAINSTREAM),
  /** Paid for by the state through an academy trust. */
  @JsonAlias("FREE_SCHOOLS_ALTERNATIVE_PROVISION")
  FREE_SCHOOL_ALTERNATIVE_PROVISION("38", Funding.STATE, ProvisionType.ALTERNATIVE),
  /** Paid for by the state through an academy trust. */
  @JsonAlias("FREE_SCHOOLS_16_TO_19")
  FREE_SCHOOL_16_19("39", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Paid for by the state through an academy trust. */
  UNIVERSITY_TECHNICAL_COLLEGE("40", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Paid for by the state through an academy trust. */
  @JsonAlias("STUDIO_SCHOOLS")
  STUDIO_SCHOOL("41", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Paid for by the state through an academy trust. */
  ACADEMY_ALTERNATIVE_PROVISION_CONVERTER("42", Funding.STATE, ProvisionType.ALTERNATIVE),
  /** Paid for by the state through an academy trust. */
  ACADEMY_ALTERNATIVE_PROVISION_SPONSOR_LED("43", Funding.STATE, ProvisionType.ALTERNATIVE),
  /** Paid for by the state through an academy trust. */
  ACADEMY_SPECIAL_CONVERTER("44", Funding.STATE, ProvisionType.SPECIAL),
  /** Paid for by the state through an academy trust. */
  ACADEMY_16_19_CONVERTER("45", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Paid for by the state through an academy trust. */
  @JsonAlias("ACADEMY_16_TO_19_SPONSOR_LED")
  ACADEMY_16_19_SPONSOR_LED("46", Funding.STATE, ProvisionType.MAINSTREAM),
  /** Accredited online education, paid for by fees. */
  ONLINE_PROVIDER("49", Funding.INDEPENDENT, ProvisionType.OTHER),
  /** Paid for by another government department. */
  INSTITUTION_FUNDED_BY_OTHER_GOVERNMENT_DEPARTMENT("56", Funding.STATE, ProvisionType.OTHER),
  /** A secure academy, paid for by the state. */
  ACADEMY_SECURE_16_TO_19("57", Funding.STATE, ProvisionType.OTHER);

  private static final ImmutableMap<String, EstablishmentType> BY_CODE =
      Maps.uniqueIndex(List.of(values()), EstablishmentType::code);

  private final String code;
  private final Funding funding;
  private final ProvisionType provision;
  private final String title;

  EstablishmentType(String code, Funding funding, ProvisionType provision) {
    this.code = code;
    this.funding = funding;
    this.provision = provision;
    this.title = title(name());
  }

  /** The code of the type in the register, such as {@code 34}. */
  public String code() {
    return code;
  }

  /** The name of the type, such as {@code Academy converter}. */
  public String title() {
    return title;
  }

  private static String title(String name) {
    String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
    String known =
        words
            .replace("16 19", "16 to 19")
            .replace("ey setting", "early years setting")
            .replace("la nursery", "local authority nursery")
            .replace("for sen pupils", "for SEN pupils")
            .replace("childrens", "children's");
    return known.substring(0, 1).toUpperCase(Locale.ROOT) + known.substring(1);
  }

  /** The funding of establishments of this type. */
  public Funding funding() {
    return funding;
  }

  /** The provision of establishments of this type. */
  public ProvisionType provision() {
    return provision;
  }

  /**
   * Returns the type with a register code; empty if there is none.
   *
   * @param code the code, with or without a leading zero
   */
  public static Optional<EstablishmentType> findByCode(String code) {
    requireNonNull(code, "code");
    return Optional.ofNullable(BY_CODE.get(code.startsWith("0") ? code.substring(1) : code));
  }
}
