package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** An expression of a then-part. */
sealed interface Expression {

  /** The token that it is reported at. */
  Token at();

  /** A text in quotes. */
  record Text(Token at) implements Expression {}

  /** A number. */
  record Figure(Token at) implements Expression {

    boolean isDecimal() {
      return at.text().contains(".");
    }
  }

  /** A bare name: {@code terms}, or a word such as {@code PRIMARY}. */
  record Name(Token at) implements Expression {}

  /** A call on the expression before the dot, or of a word of the vocabulary. */
  record Call(Token at, Optional<Expression> on, ImmutableList<Expression> arguments)
      implements Expression {}
}
