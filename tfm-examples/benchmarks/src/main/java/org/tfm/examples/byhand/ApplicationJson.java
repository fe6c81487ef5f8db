package org.tfm.examples.byhand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.MeetingsOnTop;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Place;
import org.tfm.model.document.Role;
import org.tfm.model.document.SubmittedBy;
import org.tfm.model.document.Trn;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

/**
 * Reads an application from JSON key by key and rejects unknown keys.
 *
 * @param json the object
 * @param where the place of the object in the document
 */
record ApplicationJson(JsonNode json, String where) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /**
   * Returns the application.
   *
   * @throws IllegalArgumentException with the first problem
   */
  static Application read(String text) {
    try {
      return new ApplicationJson(MAPPER.readTree(text), "").application();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this is not JSON", e);
    }
  }

  private Application application() {
    check(
        "offering",
        "school",
        "history",
        "leadParticipants",
        "meetingsOnTop",
        "headteacherStatement",
        "answers",
        "placeWith",
        "submittedBy",
        "submittedOn",
        "place");
    Application.Builder application = Application.builder();
    application
        .offering(needed("offering", ApplicationJson::part).offering())
        .school(needed("school", ApplicationJson::part).school())
        .history(parts("history").map(all -> list(all, ApplicationJson::participation)))
        .leadParticipants(parts("leadParticipants").map(all -> list(all, ApplicationJson::person)))
        .meetingsOnTop(find("meetingsOnTop", ApplicationJson::part).map(ApplicationJson::meetings))
        .headteacherStatement(find("headteacherStatement", ApplicationJson::text))
        .submittedOn(find("submittedOn", ApplicationJson::text).map(LocalDate::parse))
        .place(find("place", ApplicationJson::text).map(Place::valueOf));
    find("answers", ApplicationJson::part).ifPresent(part -> application.answers(part.answers()));
    find("placeWith", ApplicationJson::elements)
        .ifPresent(
            urns ->
                application.placeWith(urns.stream().map(urn -> whole(urn, "placeWith")).toList()));
    find("submittedBy", ApplicationJson::text)
        .ifPresent(word -> application.submittedBy(SubmittedBy.valueOf(word)));
    return application.build();
  }

  private Offering offering() {
    check("hub", "type", "year");
    return Offering.of(
        needed("hub", ApplicationJson::text),
        needed("type", ApplicationJson::text),
        AcademicYear.parse(needed("year", ApplicationJson::text)));
  }

  private School school() {
    check("urn", "name", "phase", "establishmentType", "country");
    School.Builder school = School.builder();
    school
        .urn(needed("urn", ApplicationJson::whole))
        .name(find("name", ApplicationJson::text))
        .phase(find("phase", ApplicationJson::text).map(Phase::valueOf))
        .establishmentType(
            find("establishmentType", ApplicationJson::text).map(EstablishmentType::valueOf))
        .country(find("country", ApplicationJson::text).map(Country::valueOf));
    return school.build();
  }

  private Participation participation() {
    check("type", "year", "hub", "completed");
    Participation.Builder participation = Participation.builder();
    participation
        .type(needed("type", ApplicationJson::text))
        .year(AcademicYear.parse(needed("year", ApplicationJson::text)))
        .hub(find("hub", ApplicationJson::text))
        .completed(find("completed", ApplicationJson::yesNo));
    return participation.build();
  }

  private LeadParticipant person() {
    check("name", "trn", "roles", "yearsTeaching", "releaseDays");
    LeadParticipant.Builder person = LeadParticipant.builder();
    person
        .name(find("name", ApplicationJson::text))
        .trn(find("trn", ApplicationJson::text).map(Trn::parse))
        .roles(find("roles", ApplicationJson::elements).map(ApplicationJson::roles))
        .yearsTeaching(find("yearsTeaching", ApplicationJson::number))
        .releaseDays(find("releaseDays", ApplicationJson::number).map(ReleaseTime::ofDays));
    return person.build();
  }

  private static ImmutableSet<Role> roles(List<JsonNode> words) {
    ImmutableSet.Builder<Role> roles = ImmutableSet.builder();
    words.forEach(word -> roles.add(Role.valueOf(text(word, "roles"))));
    return roles.build();
  }

  private MeetingsOnTop meetings() {
    check("halfDays");
    return new MeetingsOnTop(needed("halfDays", ApplicationJson::whole));
  }

  private Answers answers() {
    Map<String, Object> answers = new LinkedHashMap<>();
    json.properties().forEach(field -> answers.put(field.getKey(), answer(field.getValue())));
    return Answers.of(answers);
  }

  private static Object answer(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isNumber()) {
      return value.decimalValue();
    }
    return value.isArray()
        ? elements(value, "answers").stream().map(word -> text(word, "answers")).toList()
        : text(value, "answers");
  }

  private void check(String... known) {
    List<String> keys = List.of(known);
    json.fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                throw new IllegalArgumentException("`" + where + key + "` is an unknown key");
              }
            });
  }

  private <T> Optional<T> find(String key, BiFunction<JsonNode, String, T> form) {
    JsonNode value = json.get(key);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(form.apply(value, where + key));
  }

  private <T> T needed(String key, BiFunction<JsonNode, String, T> form) {
    return find(key, form)
        .orElseThrow(() -> new IllegalArgumentException("`" + where + key + "` is missing"));
  }

  private Optional<List<ApplicationJson>> parts(String key) {
    return find(key, ApplicationJson::elements)
        .map(all -> all.stream().map(one -> part(one, where + key)).toList());
  }

  private static <T> ImmutableList<T> list(
      List<ApplicationJson> parts, Function<ApplicationJson, T> form) {
    return parts.stream().map(form).collect(ImmutableList.toImmutableList());
  }

  private static ApplicationJson part(JsonNode value, String where) {
    return new ApplicationJson(expect(value.isObject(), value, where, "an object"), where + ".");
  }

  private static List<JsonNode> elements(JsonNode value, String where) {
    return ImmutableList.copyOf(expect(value.isArray(), value, where, "a list"));
  }

  private static String text(JsonNode value, String where) {
    return expect(value.isTextual(), value, where, "a text").textValue();
  }

  private static boolean yesNo(JsonNode value, String where) {
    return expect(value.isBoolean(), value, where, "`true` or `false`").booleanValue();
  }

  private static BigDecimal number(JsonNode value, String where) {
    return expect(value.isNumber(), value, where, "a number").decimalValue();
  }

  private static int whole(JsonNode value, String where) {
    return expect(value.isInt(), value, where, "a whole number").intValue();
  }

  private static JsonNode expect(boolean is, JsonNode value, String where, String what) {
    if (!is) {
      throw new IllegalArgumentException("`" + where + "` is not " + what);
    }
    return value;
  }
}
