package org.tfm.rules.pack;

/**
 * A word of a rule file.
 *
 * @param kind what sort of word
 * @param text the word; of a text, what stands between the quotes
 * @param line the line, from 1
 * @param column the column, from 1
 */
record Token(Kind kind, String text, int line, int column) {

  /** What sort of word. */
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

  /** The word as it is shown in a message. */
  String shown() {
    String shortened = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return switch (kind) {
      case END -> "the end of the file";
      case TEXT -> "`\"" + shortened + "\"`";
      default -> "`" + shortened + "`";
    };
  }
}
