package org.tfm.examples.byhand;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.joda.money.Money;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.StatedTerm;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Citation;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Provenance;

/** Writes an assessment of an application as JSON, key by key. */
final class AssessmentJson {

  private final JsonGenerator out;

  private AssessmentJson(JsonGenerator out) {
    this.out = out;
  }

  /** Returns the assessment as indented JSON. */
  static String write(HandAssessment assessment) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.useDefaultPrettyPrinter();
      new AssessmentJson(out).assessment(assessment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void assessment(HandAssessment assessment) throws IOException {
    out.writeStartObject();
    Offering offering = assessment.offering();
    out.writeObjectFieldStart("offering");
    out.writeStringField("hub", offering.hub());
    out.writeStringField("type", offering.type());
    out.writeStringField("year", offering.year().toString());
    out.writeEndObject();
    out.writeStringField("verdict", assessment.verdict().name());
    out.writeStringField("eligibility", assessment.eligibility().name());
    out.writeStringField("application", assessment.application().name());
    out.writeStringField("commitments", assessment.commitments().name());
    out.writeArrayFieldStart("findings");
    for (HandFinding finding : assessment.findings()) {
      finding(finding);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("entitlements");
    for (HandEntitlement entitlement : assessment.entitlements()) {
      entitlement(entitlement);
    }
    out.writeEndArray();
    stated("undertakings", assessment.undertakings());
    stated("provision", assessment.provision());
    stated("priorities", assessment.priorities());
    PolicyVersion policy = assessment.policy();
    out.writeObjectFieldStart("policy");
    out.writeStringField("book", policy.book());
    out.writeArrayFieldStart("packs");
    for (String pack : policy.packs()) {
      out.writeString(pack);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("hashes");
    for (String hash : policy.hashes()) {
      out.writeString(hash);
    }
    out.writeEndArray();
    out.writeStringField("library", policy.library());
    out.writeStringField("asOf", policy.asOf().toString());
    if (policy.language().isPresent()) {
      out.writeNumberField("language", policy.language().get());
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void finding(HandFinding finding) throws IOException {
    out.writeStartObject();
    out.writeStringField("term", finding.row().term());
    out.writeStringField("aspect", finding.row().aspect().name());
    out.writeStringField("strength", finding.row().strength().name());
    out.writeStringField("status", finding.status().name());
    out.writeStringField("read", finding.read());
    out.writeStringField("needed", finding.row().needed());
    out.writeStringField("sentence", finding.sentence());
    missing("missing", finding.missing());
    source(finding.row().citation(), finding.row().provenance());
    out.writeEndObject();
  }

  private void entitlement(HandEntitlement entitlement) throws IOException {
    out.writeStartObject();
    out.writeStringField("term", entitlement.term());
    out.writeStringField("status", entitlement.status().name());
    if (entitlement.reason().isPresent()) {
      out.writeStringField("reason", entitlement.reason().get().name());
    }
    out.writeBooleanField("charge", entitlement.charge());
    out.writeStringField("amount", entitlement.amount().map(Money::toString).orElse(null));
    out.writeStringField("unit", entitlement.unit().map(PayUnit::name).orElse(null));
    out.writeStringField("purpose", entitlement.purpose().name());
    if (entitlement.whenPlace()) {
      whenPlace();
    }
    missing("waitsFor", entitlement.waitsFor());
    out.writeStringField("sentence", entitlement.sentence());
    source(entitlement.citation(), entitlement.provenance());
    out.writeEndObject();
  }

  /** Writes the condition that the hub has offered a place. */
  private void whenPlace() throws IOException {
    out.writeObjectFieldStart("when");
    out.writeStringField("kind", "one-of");
    out.writeObjectFieldStart("fact");
    out.writeStringField("id", "place");
    out.writeStringField("kind", "CHOICE");
    out.writeStringField("label", "the hub's decision about a place");
    out.writeStringField("question", "Has the hub offered the school a place?");
    words("choices", "ACCEPTED", "NOT_OFFERED");
    out.writeStringField("at", "place");
    out.writeObjectFieldStart("phrase");
    out.writeStringField("subject", "the hub");
    out.writeStringField("verb", "has offered");
    out.writeStringField("complement", "");
    out.writeEndObject();
    out.writeObjectFieldStart("names");
    out.writeStringField("ACCEPTED", "a place");
    out.writeStringField("NOT_OFFERED", "no place");
    out.writeEndObject();
    out.writeBooleanField("fixed", true);
    out.writeEndObject();
    words("words", "ACCEPTED");
    out.writeEndObject();
  }

  private void words(String key, String... words) throws IOException {
    out.writeArrayFieldStart(key);
    for (String word : words) {
      out.writeString(word);
    }
    out.writeEndArray();
  }

  private void stated(String key, List<StatedTerm> terms) throws IOException {
    out.writeArrayFieldStart(key);
    for (StatedTerm term : terms) {
      out.writeStartObject();
      out.writeStringField("term", term.term());
      out.writeStringField("sentence", term.sentence());
      source(term.citation(), term.provenance());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void missing(String key, List<MissingFact> facts) throws IOException {
    out.writeArrayFieldStart(key);
    for (MissingFact fact : facts) {
      out.writeStartObject();
      out.writeStringField("fact", fact.fact());
      out.writeStringField("of", fact.of());
      out.writeStringField("question", fact.question());
      out.writeStringField("at", fact.at());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void source(Citation citation, Provenance provenance) throws IOException {
    out.writeObjectFieldStart("citation");
    out.writeStringField("source", citation.source());
    out.writeStringField("place", citation.place());
    out.writeStringField("reading", citation.reading().orElse(null));
    out.writeEndObject();
    out.writeObjectFieldStart("provenance");
    out.writeStringField("pack", provenance.pack());
    out.writeStringField("file", provenance.file());
    out.writeNumberField("line", provenance.line());
    out.writeArrayFieldStart("replaces");
    out.writeEndArray();
    out.writeEndObject();
  }
}
