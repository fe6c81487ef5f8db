package org.tfm.examples.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Application;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.rules.book.PolicyBook;

/**
 * Fuzzes JSON documents: each is refused, or is read, assessed, and equal after writing and reading
 * it again. The first byte of the input selects the type of document.
 */
public final class JsonFuzz {

  private static final JsonMapper LENIENT = JsonMapper.builder().build();
  private static final PolicyBook BOOK = PolicyBook.bundled();
  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.startingIn(2022));

  private JsonFuzz() {}

  /** Tests one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
    try {
      switch (data[0]) {
        case 'g' -> assess(read(text, WorkGroup.class));
        case 'p' -> assess(read(text, Progress.class));
        case 't' -> read(text, Terms.class).asOf(LocalDate.of(2023, 1, 1));
        case 's' -> read(text, Assessment.class).missing();
        default -> assess(read(text, Application.class));
      }
    } catch (InvalidInputException e) {
      Promises.check(e, text);
      if (String.valueOf(e.getMessage()).contains(Promises.PERSONAL) && isPersonalOnly(text)) {
        throw new AssertionError("a message shows personal text: " + e.getMessage());
      }
    }
  }

  private static <T> T read(String text, Class<T> type) {
    T value = TfmJson.read(text, type);
    String written = TfmJson.write(value);
    if (!TfmJson.read(written, type).equals(value)) {
      throw new AssertionError("different after writing and reading: " + written);
    }
    return value;
  }

  private static void assess(Application application) {
    PartialSchoolKind kind = application.school().kind();
    check(BOOK.terms(OFFERING, kind).assess(moved(application)));
    if (BOOK.isOffered(application.offering())) {
      check(BOOK.terms(application.offering(), kind).assess(application));
    }
  }

  private static Application moved(Application application) {
    return Application.builder().from(application).offering(OFFERING).build();
  }

  private static void assess(WorkGroup group) {
    check(BOOK.terms(OFFERING).assess(WorkGroup.builder().from(group).offering(OFFERING).build()));
  }

  private static void assess(Progress progress) {
    check(
        BOOK.terms(OFFERING, progress.school().kind())
            .assess(Progress.builder().from(progress).offering(OFFERING).build()));
  }

  private static void check(Assessment assessment) {
    assessment.findings().forEach(finding -> Promises.check(finding.sentence(), ""));
    String written = TfmJson.write(assessment);
    if (!TfmJson.write(TfmJson.read(written, Assessment.class)).equals(written)) {
      throw new AssertionError("different after writing and reading: " + written);
    }
  }

  /** Whether the personal text is only in fields for personal data. */
  private static boolean isPersonalOnly(String text) {
    try {
      return !isElsewhere(LENIENT.readTree(text), "");
    } catch (JsonProcessingException e) {
      // Messages never repeat text that is not JSON.
      return true;
    }
  }

  private static boolean isElsewhere(JsonNode node, String key) {
    if (node.isTextual()) {
      return node.textValue().contains(Promises.PERSONAL)
          && !key.equals("name")
          && !key.equals("trn")
          && !key.equals("headteacherStatement");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().contains(Promises.PERSONAL)
          || isElsewhere(field.getValue(), field.getKey())) {
        return true;
      }
    }
    if (node.isArray()) {
      for (JsonNode element : node) {
        if (isElsewhere(element, "")) {
          return true;
        }
      }
    }
    return false;
  }
}
