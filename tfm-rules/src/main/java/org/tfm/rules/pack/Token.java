package org.tfm.rules.pack;

/**
 * A token of a rule file.
 *
 * @param kind the kind of token
 * @param text the token; a text is without its quotes
 * @param line the line, from 1
 * @param column the column, from 1
 */
record Token(Kind kind, String text, int line, int column) {

  /** The kinds of token. */
  enum Kind {
    NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  boolean is(String expected) {
    return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(expected);
  }

  /** The token as a message shows it. */
  String shown() {
    String shortened = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return switch (kind) {
      case END -> "end of the file";
      case TEXT -> "`\"" + shortened + "\"`";
      default -> "`" + shortened + "`";
    };
  }
}
