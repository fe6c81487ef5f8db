package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.intake.FormReader;
import org.tfm.model.intake.FormRow;
import org.tfm.model.intake.Intake;
import org.tfm.model.school.School;

/** The documents that forms give and that are assessed: applications, progress and groups. */
final class FormDocuments {

  private FormDocuments() {}

  /** Reads the document in the rows of one school or work group. */
  static Intake<? extends Document> read(FormReader form, List<FormRow> rows, Policies policies) {
    return switch (form.kind()) {
      case APPLICATION, EXPRESSION_OF_INTEREST ->
          form.read(rows, Application.class, policies, policies::problems);
      case PROGRESS -> form.read(rows, Progress.class, policies, policies::problems);
      case GROUP -> form.read(rows, WorkGroup.class, policies, policies::problems);
    };
  }

  /** The schools that a document is about: one, except in a work group. */
  static List<School> schools(Document document) {
    if (document instanceof WorkGroup group) {
      return group.schools().orElse(ImmutableList.of());
    }
    return ImmutableList.of(
        document instanceof Progress progress
            ? progress.school()
            : ((Application) document).school());
  }

  /** The people that a document names. */
  static List<LeadParticipant> people(Document document) {
    return document instanceof Application application
        ? application.leadParticipants().orElse(ImmutableList.of())
        : ImmutableList.of();
  }
}
