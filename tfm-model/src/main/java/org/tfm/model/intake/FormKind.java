package org.tfm.model.intake;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.google.common.collect.ImmutableList;
import org.tfm.model.document.Application;
import org.tfm.model.document.ExpressionOfInterest;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;

/** The kind of document that a form gives. */
@TfmJson.Strict
public enum FormKind {
  /** An application. */
  @JsonAlias("application")
  APPLICATION(Application.class),
  /** An expression of interest. */
  @JsonAlias("expression-of-interest")
  EXPRESSION_OF_INTEREST(ExpressionOfInterest.class),
  /** A school's progress during the year. */
  @JsonAlias("progress")
  PROGRESS(Progress.class),
  /** A work group, whose schools or sessions have a row each. */
  @JsonAlias("group")
  GROUP(WorkGroup.class);

  private final Class<?> type;

  FormKind(Class<?> type) {
    this.type = type;
  }

  /** The places without which no document of this kind can be read, or told from others. */
  ImmutableList<String> needed() {
    return ImmutableList.of(
        "offering.hub", "offering.type", "offering.year", this == GROUP ? Place.GROUP : Place.URN);
  }

  /** The type of the document. */
  public Class<?> type() {
    return type;
  }
}
