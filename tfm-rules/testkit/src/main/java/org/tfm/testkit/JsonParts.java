package org.tfm.testkit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;

/** Makes variants of documents: with one part removed, or with lists in another order. */
final class JsonParts {

  /**
   * The keys whose absence means unknown. Removing a person or a school is a different document.
   */
  private static final ImmutableSet<String> KNOWLEDGE =
      ImmutableSet.of(
          "history",
          "leadParticipants",
          "roles",
          "yearsTeaching",
          "releaseDays",
          "releaseOutsideMeetings",
          "yearGroups",
          "yearGroupsTaught",
          "subjects",
          "careerStage",
          "mathsSpecialist",
          "partTime",
          "teachesMaths",
          "supportsMaths",
          "qualifications",
          "yearsInRole",
          "yearsInPhase",
          "expressionOfInterestOn",
          "headteacherStatement",
          "place",
          "phase",
          "establishmentType",
          "country",
          "localAuthority",
          "district",
          "region",
          "lowestAge",
          "highestAge",
          "trust",
          "nurseryProvision",
          "freeMealShare",
          "pupils",
          "ofsted",
          "hubs",
          "schools",
          "lead",
          "school",
          "sessions",
          "host",
          "date",
          "startsAt",
          "venue",
          "kind",
          "mode",
          "days",
          "hours",
          "programmeYear",
          "workshopsAttended",
          "workshopsPlanned",
          "headteacherWorkshops",
          "missedWithoutNotice",
          "visits",
          "visitHalfDays",
          "tasksCompleted",
          "headteacherAttended",
          "seniorLeaderAttended");

  private static final ImmutableSet<String> UNORDERED =
      ImmutableSet.of("history", "leadParticipants", "schools", "sessions");

  private JsonParts() {}

  /**
   * Returns the documents with one known fact removed. The elements of a list are not removed: a
   * list is complete, so a shorter one is a different answer.
   */
  static Stream<Document> knowingLess(Document document) {
    return without(
        document.value(),
        document::read,
        at -> {
          String path = at.toString();
          return !path.startsWith("/offering/")
              && (path.matches("(/leadParticipants/[0-9]+)?/answers/[^/]+")
                  || KNOWLEDGE.contains(name(at)));
        });
  }

  /** The path of a fact that one document lacks, such as {@code answers/trn}. */
  static String difference(Document poor, Document full) {
    JsonNode less = TfmJson.tree(poor.value());
    List<JsonPointer> places = new ArrayList<>();
    collect(TfmJson.tree(full.value()), JsonPointer.empty(), places);
    return places.stream()
        .filter(at -> less.at(at).isMissingNode())
        .map(at -> "`" + at.toString().substring(1) + "`")
        .findFirst()
        .orElse("something");
  }

  /** Returns the documents with one part removed, the larger parts first. */
  static Stream<Document> smaller(Document document) {
    return without(document.value(), document::read, at -> true)
        .filter(less -> !less.equals(document));
  }

  /** Returns the values with one part removed, the larger parts first. */
  static <T> Stream<T> smaller(T value, Class<T> type) {
    return without(value, json -> TfmJson.reader().read(json, type), at -> true)
        .filter(less -> !less.equals(value));
  }

  private static <T> Stream<T> without(
      Object value, Function<JsonNode, T> read, Predicate<JsonPointer> taken) {
    JsonNode tree = TfmJson.tree(value);
    List<JsonPointer> places = new ArrayList<>();
    collect(tree, JsonPointer.empty(), places);
    return places.stream()
        .filter(taken)
        .flatMap(
            at -> {
              JsonNode copy = tree.deepCopy();
              JsonNode parent = copy.at(at.head());
              if (parent instanceof ArrayNode list) {
                list.remove(at.last().getMatchingIndex());
              } else {
                ((ObjectNode) parent).remove(name(at));
              }
              try {
                return Stream.of(read.apply(copy));
              } catch (InvalidInputException e) {
                return Stream.empty();
              }
            });
  }

  private static String name(JsonPointer at) {
    return at.last().getMatchingProperty();
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              entry -> {
                JsonPointer child = at.appendProperty(entry.getKey());
                places.add(child);
                collect(entry.getValue(), child, places);
              });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        JsonPointer child = at.appendIndex(i);
        places.add(child);
        collect(node.get(i), child, places);
      }
    }
  }

  /** Returns the document with its lists reversed, and with its lists rotated by one. */
  static ImmutableList<Document> reordered(Document document) {
    ObjectNode backwards = TfmJson.tree(document.value()).deepCopy();
    ObjectNode turned = backwards.deepCopy();
    for (String name : UNORDERED) {
      if (backwards.get(name) instanceof ArrayNode list && list.size() > 1) {
        List<JsonNode> items = ImmutableList.copyOf(list);
        list.removeAll().addAll(ImmutableList.copyOf(items).reverse());
        ArrayNode other = (ArrayNode) turned.get(name);
        other.add(other.remove(0));
      }
    }
    return ImmutableList.of(document.read(backwards), document.read(turned));
  }
}
