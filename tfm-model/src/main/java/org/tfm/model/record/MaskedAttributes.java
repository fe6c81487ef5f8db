package org.tfm.model.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Trn;
import org.tfm.model.privacy.Mask;
import org.tfm.model.privacy.Personal;
import org.tfm.model.privacy.PublicWords;

/** Writes personal attributes masked, and records the text of public ones. */
final class MaskedAttributes extends NopAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Object findSerializer(Annotated attribute) {
    Personal personal = attribute.getAnnotation(Personal.class);
    if (personal != null) {
      return new Attribute(Optional.of(personal.value()));
    }
    return attribute.hasAnnotation(PublicWords.class) ? new Attribute(Optional.empty()) : null;
  }

  /** Writes one attribute with the masking of its document, which is an attribute of the writer. */
  private static final class Attribute extends JsonSerializer<Object> {

    private final Optional<Mask> mask;

    Attribute(Optional<Mask> mask) {
      this.mask = mask;
    }

    /** Called before the attribute is written; records the values that are left out. */
    @Override
    public boolean isEmpty(SerializerProvider provider, @Nullable Object value) {
      Object given = given(value);
      if (given != null && mask.equals(Optional.of(Mask.LEFT_OUT))) {
        masking(provider).personal(given.toString());
        return true;
      }
      return given == null;
    }

    @Override
    public void serialize(@Nullable Object value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      Object given = given(value);
      String at = json.getOutputContext().pathAsPointer().toString();
      provider.defaultSerializeValue(
          given == null ? null : written(given, at, masking(provider)), json);
    }

    private @Nullable Object written(Object given, String at, Masking masking) {
      if (mask.isEmpty()) {
        return masking.readable(at, given);
      }
      return switch (mask.get()) {
        case LEFT_OUT -> null;
        case FIXED_TEXT -> masking.text((String) given);
        case ORDINAL -> masking.ordinal((Trn) given);
        case TEXT_ANSWERS -> masking.answers(at, (Answers) given);
      };
    }

    private static @Nullable Object given(@Nullable Object value) {
      return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static Masking masking(SerializerProvider provider) {
      return (Masking) Objects.requireNonNull(provider.getAttribute(Masking.class));
    }
  }
}
