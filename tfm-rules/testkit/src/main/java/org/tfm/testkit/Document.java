package org.tfm.testkit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.document.Application;
import org.tfm.model.document.DocumentEvidence;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;

/** Something that terms can assess. */
sealed interface Document {

  /** What it is for. */
  Offering offering();

  /** What is known of the school's kind; nothing for a group. */
  PartialSchoolKind kind();

  /** The document assessed. */
  Assessment assess(Terms terms);

  /** What is known by it. */
  Evidence evidence();

  /** The application, group or progress itself. */
  Object value();

  /** The same sort of document, read from JSON. */
  Document read(JsonNode json);

  /** An application. */
  record OfSchool(Application value) implements Document {
    /** Refuses null. */
    public OfSchool {
      requireNonNull(value, "value");
    }

    @Override
    public Offering offering() {
      return value.offering();
    }

    @Override
    public PartialSchoolKind kind() {
      return value.school().kind();
    }

    @Override
    public Evidence evidence() {
      return DocumentEvidence.of(value);
    }

    @Override
    public Assessment assess(Terms terms) {
      return terms.assess(value);
    }

    @Override
    public Document read(JsonNode json) {
      return new OfSchool(TfmJson.reader().read(json, Application.class));
    }
  }

  /** A work group. */
  record OfGroup(WorkGroup value) implements Document {
    /** Refuses null. */
    public OfGroup {
      requireNonNull(value, "value");
    }

    @Override
    public Offering offering() {
      return value.offering();
    }

    @Override
    public PartialSchoolKind kind() {
      return PartialSchoolKind.unknown();
    }

    @Override
    public Evidence evidence() {
      return DocumentEvidence.of(value);
    }

    @Override
    public Assessment assess(Terms terms) {
      return terms.assess(value);
    }

    @Override
    public Document read(JsonNode json) {
      return new OfGroup(TfmJson.reader().read(json, WorkGroup.class));
    }
  }

  /** A year's progress. */
  record OfYear(Progress value) implements Document {
    /** Refuses null. */
    public OfYear {
      requireNonNull(value, "value");
    }

    @Override
    public Offering offering() {
      return value.offering();
    }

    @Override
    public PartialSchoolKind kind() {
      return value.school().kind();
    }

    @Override
    public Evidence evidence() {
      return DocumentEvidence.of(value);
    }

    @Override
    public Assessment assess(Terms terms) {
      return terms.assess(value);
    }

    @Override
    public Document read(JsonNode json) {
      return new OfYear(TfmJson.reader().read(json, Progress.class));
    }
  }
}
