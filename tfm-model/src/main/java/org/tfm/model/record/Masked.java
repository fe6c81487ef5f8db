package org.tfm.model.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;

/**
 * Masks the personal values of documents, as their types declare them.
 *
 * <p>Documents that differ only in personal values have the same masked form, provided that the
 * same values are given and the same values are equal. Masking is idempotent.
 */
final class Masked {

  private static final ObjectMapper MAPPER = mapper();

  private Masked() {}

  private static ObjectMapper mapper() {
    ObjectMapper mapper = TfmJson.mapper();
    return mapper.setAnnotationIntrospector(
        AnnotationIntrospector.pair(
            new MaskedAttributes(), mapper.getSerializationConfig().getAnnotationIntrospector()));
  }

  /**
   * Returns the masked form of a document.
   *
   * @param answers every fact that the document can answer
   * @throws InvalidInputException if a personal value also appears in a public attribute
   */
  static Document of(Document document, Collection<Fact> answers) {
    Masking masking = new Masking(answers);
    String json;
    try {
      json = MAPPER.writer().withAttribute(Masking.class, masking).writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    ImmutableList<Problem> problems = masking.problems();
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return TfmJson.read(json, sort(document));
  }

  private static Class<? extends Document> sort(Document document) {
    if (document instanceof Application) {
      return Application.class;
    }
    return document instanceof WorkGroup ? WorkGroup.class : Progress.class;
  }
}
