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

/** A document that terms can assess. */
sealed interface Document {

  /** The offering that the document is for. */
  Offering offering();

  /** The partly known kind of the school; unknown for a group. */
  PartialSchoolKind kind();

  /** Assesses the document. */
  Assessment assess(Terms terms);

  /** The evidence that the document gives. */
  Evidence evidence();

  /** The application, group or progress. */
  Object value();

  /** Parses a document of the same type. */
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

  /** A school's progress during the year. */
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
