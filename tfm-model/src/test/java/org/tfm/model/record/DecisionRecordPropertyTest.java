package org.tfm.model.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.model.record.Decisions.DAY;
import static org.tfm.model.record.Decisions.OFFERING;
import static org.tfm.model.record.Decisions.OWN_TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Trn;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.school.School;

class DecisionRecordPropertyTest {

  /** The personal values of an application: names, numbers and two texts. */
  record Private(List<String> names, List<Integer> numbers, String statement, String reason) {

    Stream<String> all() {
      return Stream.of(
              names.stream(), numbers.stream().map(String::valueOf), Stream.of(statement, reason))
          .flatMap(values -> values);
    }

    /** Returns the application with its personal values replaced by these. */
    Application in(Application application, boolean withReason) {
      Map<String, Object> answers = new TreeMap<>(application.answers().byFact());
      if (withReason) {
        answers.put(OWN_TEXT.id(), reason);
      }
      return Application.builder()
          .from(application)
          .leadParticipants(application.leadParticipants().map(this::people))
          .headteacherStatement(application.headteacherStatement().map(any -> statement))
          .answers(Answers.of(answers))
          .build();
    }

    private ImmutableList<LeadParticipant> people(List<LeadParticipant> people) {
      return IntStream.range(0, people.size())
          .mapToObj(
              i ->
                  LeadParticipant.builder()
                      .from(people.get(i))
                      .name(people.get(i).name().map(any -> names.get(i)))
                      .trn(
                          people
                              .get(i)
                              .trn()
                              .map(trn -> trn.digits().charAt(6) - '0')
                              .map(number -> Trn.parse(String.valueOf(numbers.get(number)))))
                      .build())
          .collect(ImmutableList.toImmutableList());
    }
  }

  @Provide
  Arbitrary<Private> secrets() {
    Arbitrary<String> words =
        Arbitraries.strings().withCharRange('a', 'z').withChars('é', 'ß', 'Ω').ofLength(9);
    return Combinators.combine(
            words.list().ofSize(3),
            Arbitraries.integers().between(1_000_000, 9_999_999).list().uniqueElements().ofSize(3),
            words.list().ofSize(3).map(three -> "“" + String.join(" ", three) + "”\n"),
            words.list().ofSize(2).map(two -> String.join("\\ ", two)))
        .as(Private::new)
        .withoutEdgeCases();
  }

  @Provide
  Arbitrary<Application> applications() {
    return ModelArbitraries.applications(OFFERING);
  }

  @Provide
  Arbitrary<Terms> terms() {
    return ModelArbitraries.terms(OFFERING)
        .map(
            terms ->
                Terms.of(
                    terms.offering(),
                    terms.terms(),
                    terms.unsettled(),
                    ImmutableList.of(OWN_TEXT),
                    terms.policy()));
  }

  @Provide
  Arbitrary<WorkGroup> groups() {
    return ModelArbitraries.workGroups(OFFERING);
  }

  @Provide
  Arbitrary<Progress> progress() {
    return ModelArbitraries.progress(OFFERING);
  }

  @Property
  void noPersonalValueOccursInARecord(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll("secrets") Private secrets,
      @ForAll boolean withReason) {
    DecisionRecord record = DecisionRecord.of(terms, secrets.in(application, withReason), DAY);
    String content = record.canonicalJson().replace(record.id(), "");
    assertThat(secrets.all())
        .allSatisfy(
            secret ->
                assertThat(content)
                    .doesNotContainIgnoringCase(secret.strip())
                    .doesNotContain(TfmJson.write(secret)));
  }

  @Property
  void applicationsThatDifferOnlyInPersonalValuesHaveTheSameRecord(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll("secrets") Private mine,
      @ForAll("secrets") Private theirs,
      @ForAll boolean withReason) {
    assertThat(DecisionRecord.of(terms, mine.in(application, withReason), DAY).canonicalJson())
        .isEqualTo(
            DecisionRecord.of(terms, theirs.in(application, withReason), DAY).canonicalJson());
  }

  @Property
  void theAssessmentOfARecordIsThatOfTheApplication(
      @ForAll("terms") Terms terms, @ForAll("applications") Application application) {
    DecisionRecord record = DecisionRecord.of(terms, application, DAY);
    assertThat(TfmJson.write(record.assessment()))
        .isEqualTo(TfmJson.write(terms.assess(application)))
        .isEqualTo(TfmJson.write(terms.assess(record.application().orElseThrow())));
  }

  @Property
  void theOrderOfKeysInTheDocumentDoesNotMatter(
      @ForAll("terms") Terms terms, @ForAll("applications") Application application) {
    JsonNode upsideDown = upsideDown(TfmJson.tree(application));
    Application read = TfmJson.read(upsideDown.toString(), Application.class);
    assertThat(DecisionRecord.of(terms, read, DAY))
        .isEqualTo(DecisionRecord.of(terms, application, DAY));
    DecisionRecord record = DecisionRecord.of(terms, application, DAY);
    assertThat(DecisionRecord.parse(upsideDown(TfmJson.tree(record)).toString())).isEqualTo(record);
  }

  /** Returns the tree with the keys of every object in reverse order. */
  private static JsonNode upsideDown(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode turned = JsonNodeFactory.instance.objectNode();
      Lists.reverse(ImmutableList.copyOf(object.properties()))
          .forEach(entry -> turned.set(entry.getKey(), upsideDown(entry.getValue())));
      return turned;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode same = JsonNodeFactory.instance.arrayNode();
      list.forEach(one -> same.add(upsideDown(one)));
      return same;
    }
    return node;
  }

  @Property
  void aDifferentDayOrDocumentGivesADifferentRecord(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application one,
      @ForAll("applications") Application other) {
    DecisionRecord record = DecisionRecord.of(terms, one, DAY);
    assertThat(DecisionRecord.of(terms, one, DAY.plusDays(1)).id()).isNotEqualTo(record.id());
    DecisionRecord second = DecisionRecord.of(terms, other, DAY);
    assertThat(second.id().equals(record.id()))
        .isEqualTo(second.application().equals(record.application()));
  }

  @Property
  void everyRecordCanBeReadBack(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress,
      @ForAll LocalDate day,
      @ForAll @StringLength(max = 12) String name) {
    Application named =
        Application.builder()
            .from(application)
            .school(School.builder().from(application.school()).name(name).build())
            .build();
    for (Document document : List.of(named, group, progress)) {
      DecisionRecord record;
      try {
        record = DecisionRecord.of(terms, document, day);
      } catch (InvalidInputException e) {
        continue;
      }
      byte[] kept = record.canonicalJson().getBytes(StandardCharsets.UTF_8);
      assertThat(DecisionRecord.parse(new String(kept, StandardCharsets.UTF_8))).isEqualTo(record);
    }
  }

  @Property
  void maskingIsIdempotent(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress) {
    DecisionRecord first = DecisionRecord.of(terms, application, DAY);
    assertThat(DecisionRecord.of(terms, first.application().orElseThrow(), DAY)).isEqualTo(first);
    DecisionRecord second = DecisionRecord.of(terms, group, DAY);
    assertThat(DecisionRecord.of(terms, second.group().orElseThrow(), DAY)).isEqualTo(second);
    DecisionRecord third = DecisionRecord.of(terms, progress, DAY);
    assertThat(DecisionRecord.of(terms, third.progress().orElseThrow(), DAY)).isEqualTo(third);
  }

  @Property
  void aRecordReadsBackAsItself(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress) {
    for (DecisionRecord record :
        List.of(
            DecisionRecord.of(terms, application, DAY),
            DecisionRecord.of(terms, group, DAY),
            DecisionRecord.of(terms, progress, DAY))) {
      DecisionRecord read = DecisionRecord.parse(record.canonicalJson());
      assertThat(read).isEqualTo(record);
      assertThat(read.canonicalJson()).isEqualTo(record.canonicalJson());
      assertThat(Optional.of(read.id())).contains(record.id());
    }
  }
}
