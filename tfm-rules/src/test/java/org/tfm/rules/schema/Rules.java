package org.tfm.rules.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.school.Urns;

/**
 * The constraints of the reader on values beyond their types, as far as a schema can express them.
 *
 * <p>Tests compare schema and reader on documents on both sides of these constraints.
 */
final class Rules {

  static final String ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

  /** The schemas of values that are one word or number, by the name of their type. */
  private static final ImmutableMap<String, String> TYPES =
      ImmutableMap.<String, String>builder()
          .put(
              "AcademicYear",
              """
              {"type": "string", "pattern": "^([0-9]{4}[/-][0-9]{4}|[0-9]{4}[/-][0-9]{2}|[0-9]{2}[/-][0-9]{2})$",
               "examples": ["2022/23"]}\
              """)
          .put(
              "ReleaseTime",
              """
              {"type": "number", "minimum": 0, "maximum": 366, "multipleOf": 0.5, "examples": [4.5]}\
              """)
          .put(
              "Trn",
              """
              {"type": "string", "pattern": "^[0-9]{7}$"}\
              """)
          .put(
              "Answers",
              """
              {"type": "object", "maxProperties": 1000,
               "propertyNames": {"pattern": "%s", "maxLength": 80},
               "additionalProperties": {"anyOf": [
                 {"type": ["boolean", "number", "string"]},
                 {"type": "array", "maxItems": 1000, "items": {"type": "string"}}]}}\
              """
                  .formatted(ID))
          .put(
              "LocalDate",
              """
              {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}\
              """)
          .put(
              "LocalTime",
              """
              {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}\
              """)
          .put(
              "Money",
              """
              {"type": "string", "pattern": "^[A-Z]{3} -?[0-9]+([.][0-9]+)?$",
               "examples": ["GBP 1000.00"]}\
              """)
          .buildOrThrow();

  private static final String PLAIN_VALUES =
      "{\"additionalProperties\": {\"type\": [\"string\", \"number\", \"boolean\"]}}";

  private static final String YEARS = "{\"minimum\": 0, \"maximum\": 80, \"multipleOf\": 0.01}";
  private static final String NOT_BLANK = "{\"pattern\": \"[^\\\\s]\"}";
  private static final String AN_ID = "{\"pattern\": \"" + ID + "\", \"maxLength\": 80}";
  private static final String IDS_AT_MOST_100 =
      "{\"maxItems\": 100, \"items\": {\"type\": \"string\", \"pattern\": \""
          + ID
          + "\", \"maxLength\": 80}}";
  private static final String AT_LEAST_ONE = "{\"minItems\": 1}";
  private static final String BY_ID = "{\"maxProperties\": 200, \"propertyNames\": " + AN_ID + "}";

  /** The constraints on single keys, by type and key. */
  private static final ImmutableMap<String, String> KEYS =
      ImmutableMap.<String, String>builder()
          .put("Offering.hub", AN_ID)
          .put("Offering.type", AN_ID)
          .put("Offering.intake", AN_ID)
          .put("Participation.hub", AN_ID)
          .put("Participation.type", AN_ID)
          .put("School.urn", between(Urns.FIRST, Urns.LAST))
          .put("GroupLead.school", between(Urns.FIRST, Urns.LAST))
          .put("Session.host", between(Urns.FIRST, Urns.LAST))
          .put("School.lowestAge", between(0, 99))
          .put("School.highestAge", between(0, 99))
          .put("School.freeMealShare", "{\"minimum\": 0, \"maximum\": 100, \"multipleOf\": 0.01}")
          .put("School.pupils", between(0, 99_999))
          .put("School.hubs", IDS_AT_MOST_100)
          .put("HubArea.hub", AN_ID)
          .put("Application.history", atMost(1_000))
          .put("Application.leadParticipants", atMost(100))
          .put(
              "Application.placeWith",
              "{\"maxItems\": 1000, \"items\": {\"type\": \"integer\", \"minimum\": "
                  + Urns.FIRST
                  + ", \"maximum\": "
                  + Urns.LAST
                  + "}}")
          .put("CountOfMembers.least", between(1, CountOfMembers.MOST))
          .put("CountOfMembers.most", between(0, CountOfMembers.MOST))
          .put("LeadParticipant.yearsTeaching", YEARS)
          .put("LeadParticipant.yearsInRole", YEARS)
          .put("LeadParticipant.yearsInPhase", YEARS)
          .put("MeetingsOnTop.halfDays", between(0, 732))
          .put("WorkGroup.schools", atMost(1_000))
          .put("WorkGroup.sessions", atMost(366))
          .put("Session.number", between(1, 366))
          .put("Progress.workshopsAttended", between(0, 366))
          .put("Session.hours", "{\"minimum\": 0, \"maximum\": 24, \"multipleOf\": 0.01}")
          .put("Progress.workshopsPlanned", between(0, 366))
          .put("Progress.headteacherWorkshops", between(0, 366))
          .put("Progress.missedWithoutNotice", between(0, 366))
          .put("Progress.programmeYear", between(1, 10))
          .put("Application.programmeYear", between(1, 10))
          .put("Progress.visits", between(0, 366))
          .put("Progress.visitHalfDays", between(0, 732))
          .put("Fact.id", AN_ID)
          .put("Fact.label", NOT_BLANK)
          .put("Fact.question", NOT_BLANK)
          .put("Fact.at", NOT_BLANK)
          .put("Phrase.subject", NOT_BLANK)
          .put("Phrase.verb", NOT_BLANK)
          .put("Citation.source", NOT_BLANK)
          .put("Citation.place", NOT_BLANK)
          .put("OneOf.words", AT_LEAST_ONE)
          .put("Includes.words", AT_LEAST_ONE)
          .put("AllOf.parts", AT_LEAST_ONE)
          .put("AnyOf.parts", AT_LEAST_ONE)
          .put("PublisherFile.language", "{\"enum\": [1, 2]}")
          .put("PublisherFile.hub", AN_ID)
          .put("PublisherFile.name", NOT_BLANK)
          .put("PublisherFile.part", AN_ID)
          .put("PublisherFile.extends", atMost(20))
          .put("PublisherFile.journey", atMost(200))
          .put("JourneyEntry.type", AN_ID)
          .put("JourneyEntry.follows", AT_LEAST_ONE)
          .put("JourneyEntry.replaces", AT_LEAST_ONE)
          .put("JourneyEntry.instead-of", AT_LEAST_ONE)
          .put("JourneyEntry.lasts", between(1, 10))
          .put("JourneyLink.type", AN_ID)
          .put("JourneyLink.years", between(1, 10))
          .put("AreaEntry.cites", "{\"pattern\": \"^\\\\s*[^:\\\\s].*:.*[\\\\p{L}\\\\p{N}]\"}")
          .put(
              "PublisherFile.offers",
              "{\"maxItems\": 100, \"uniqueItems\": true, \"items\": {\"type\": \"string\","
                  + " \"pattern\": \""
                  + ID
                  + "\", \"maxLength\": 80}}")
          .put("PublisherFile.types", BY_ID)
          .put("TypeEntry.title", NOT_BLANK)
          .put("TypeEntry.codes", atMost(20))
          .put(
              "TypeEntry.also-called",
              "{\"maxItems\": 20, \"uniqueItems\": true, \"items\": {\"type\": \"string\","
                  + " \"pattern\": \""
                  + ID
                  + "\", \"maxLength\": 80}}")
          .put("PublisherFile.sources", BY_ID)
          .put("PublisherFile.facts", BY_ID)
          .put("FactEntry.kind", "{\"enum\": " + kinds() + "}")
          .put("FactEntry.label", NOT_BLANK)
          .put("FactEntry.question", NOT_BLANK)
          .put("FactEntry.choices", atMost(200))
          .put("CaseFile.cases", atMost(1_000))
          .put("FormMap.columns", atMost(1_000))
          .put("FormMap.constants", PLAIN_VALUES)
          .put("FormColumn.values", PLAIN_VALUES)
          .put("FormColumn.heading", NOT_BLANK)
          .buildOrThrow();

  /** The constraints on several keys together. */
  private static final ImmutableMap<String, String> OBJECTS =
      ImmutableMap.of(
          "Within",
          """
          {"anyOf": [
            {"required": ["least"], "properties": {"least": {"type": "number"}}},
            {"required": ["most"], "properties": {"most": {"type": "number"}}}]}\
          """,
          "During",
          """
          {"anyOf": [
            {"required": ["from"], "properties": {"from": {"type": "object"}}},
            {"required": ["until"], "properties": {"until": {"type": "object"}}}]}\
          """,
          "Case",
          """
          {"oneOf": [
            {"required": ["application"], "properties": {"application": {"type": "object"}}},
            {"required": ["group"], "properties": {"group": {"type": "object"}}},
            {"required": ["progress"], "properties": {"progress": {"type": "object"}}}]}\
          """);

  private Rules() {}

  private static String between(int least, int most) {
    return "{\"minimum\": " + least + ", \"maximum\": " + most + "}";
  }

  private static String atMost(int most) {
    return "{\"maxItems\": " + most + "}";
  }

  private static String kinds() {
    return Arrays.stream(FactKind.values())
        .map(kind -> '"' + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + '"')
        .toList()
        .toString();
  }

  /** The schema of a type whose values are not objects; empty for other types. */
  static Optional<ObjectNode> type(Class<?> type) {
    return node(TYPES, type.getSimpleName());
  }

  static Optional<ObjectNode> key(Class<?> type, String key) {
    return node(KEYS, type.getSimpleName() + "." + key);
  }

  static Optional<ObjectNode> object(Class<?> type) {
    return node(OBJECTS, type.getSimpleName());
  }

  private static Optional<ObjectNode> node(Map<String, String> rules, String name) {
    return Optional.ofNullable(rules.get(name)).map(Json::object);
  }
}
