package org.tfm.model.term;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import org.joda.money.Money;
import org.tfm.model.style.Internal;

/**
 * Money as one string, such as {@code GBP 1000.00}.
 *
 * @hidden
 */
@Internal
public final class MoneyJson {

  private MoneyJson() {}

  /**
   * Writes money.
   *
   * @hidden
   */
  @Internal
  public static final class Writer extends ToStringSerializer {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads money.
   *
   * @hidden
   */
  @Internal
  public static final class Reader extends FromStringDeserializer<Money> {
    private static final long serialVersionUID = 1L;

    /** The reader. */
    public Reader() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context)
        throws java.io.IOException {
      return super.deserialize(parser, context);
    }

    @Override
    protected Money _deserialize(String value, DeserializationContext context) {
      return Money.parse(value);
    }
  }
}
