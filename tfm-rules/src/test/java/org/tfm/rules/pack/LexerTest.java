package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.problem.Problem;

/** The tokens of a rule file and their places in messages. */
class LexerTest {

  private static List<Token> words(String text) {
    Problems problems = new Problems();
    List<Token> words = Lexer.words("a.drl", text, problems);
    assertThat(problems.found()).isEmpty();
    return words;
  }

  private static List<String> problems(String text) {
    Problems problems = new Problems();
    Lexer.words("a.drl", text, problems);
    return problems.found().stream().map(LexerTest::shown).toList();
  }

  private static String shown(Problem problem) {
    return problem.where() + " " + problem.what();
  }

  private static Stream<String> texts(String text) {
    return words(text).stream().filter(word -> word.kind() != Token.Kind.END).map(Token::text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "A", "Z", "_", "azAZ_09", "z0", "_9"})
  void lettersDigitsAndUnderscoresMakeOneName(String name) {
    assertThat(words(name))
        .containsExactly(
            new Token(Token.Kind.NAME, name, 1, 1),
            new Token(Token.Kind.END, "", 1, name.length() + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"`", "{", "@", "[", "/", ":", "é"})
  void charactersNextToLettersAndDigitsAreNoPartOfAName(String other) {
    Problems problems = new Problems();
    assertThat(Lexer.words("a.drl", "a" + other + "9", problems))
        .extracting(Token::text)
        .startsWith("a")
        .doesNotContain("a" + other + "9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "9", "0.5", "10.25", "1234567890"})
  void aNumberMayHaveAPointBetweenDigits(String number) {
    assertThat(texts(number)).containsExactly(number);
    assertThat(texts(number + ".")).containsExactly(number, ".");
    assertThat(texts(number + ".days()")).containsExactly(number, ".", "days", "(", ")");
  }

  @Test
  void aSignOfTwoCharactersIsOneWordAtTheEndOfTheFileToo() {
    assertThat(texts("a==b!=c&&d||")).containsExactly("a", "==", "b", "!=", "c", "&&", "d", "||");
    assertThat(texts("a=")).containsExactly("a", "=");
  }

  @Test
  void wordsAfterACommentAreOnTheLineAndInTheColumnWhereTheyStand() {
    assertThat(words("// one\n/* two\nthree\n */ a\n b"))
        .containsExactly(
            new Token(Token.Kind.NAME, "a", 4, 5),
            new Token(Token.Kind.NAME, "b", 5, 2),
            new Token(Token.Kind.END, "", 5, 3));
    assertThat(words("/**/a")).first().isEqualTo(new Token(Token.Kind.NAME, "a", 1, 5));
    assertThat(words("a // the end")).hasSize(2);
    assertThat(words("\uFEFFa")).first().isEqualTo(new Token(Token.Kind.NAME, "a", 1, 1));
  }

  @Test
  void anOpenCommentIsReportedWhereItBegins() {
    assertThat(problems("a\n  /* b\n c"))
        .containsExactly("a.drl:2:3 a comment starts with `/*` but has no closing `*/`");
    assertThat(problems("/*"))
        .containsExactly("a.drl:1:1 a comment starts with `/*` but has no closing `*/`");
  }

  @Test
  void anInvisibleCharacterInACommentIsReportedWithItsPlace() {
    assertThat(problems("/* a\n b\u202E */"))
        .containsExactly("a.drl:2:3 a comment contains a right-to-left override (U+202E)");
    assertThat(problems("// \u200B"))
        .containsExactly("a.drl:1:4 a comment contains a zero width space (U+200B)");
  }

  @Test
  void aTextContainsOnlyVisibleCharacters() {
    assertThat(problems("\"a\u2028b\""))
        .containsExactly("a.drl:1:3 a text contains a line separator (U+2028)");
    assertThat(problems("\"a\u2029\""))
        .containsExactly("a.drl:1:3 a text contains a paragraph separator (U+2029)");
    assertThat(problems("\"\udb40\udc41\""))
        .containsExactly("a.drl:1:2 a text contains a tag latin capital letter a (U+E0041)");
    assertThat(problems("\"\udb40\udc02\""))
        .containsExactly("a.drl:1:2 a text contains a blank (U+E0002)");
    assertThat(problems("\"\ud83d\"")).hasSize(1);
    assertThat(problems("// \u2028\n/* \udb40\udc41 */"))
        .containsExactly(
            "a.drl:1:4 a comment contains a line separator (U+2028)",
            "a.drl:2:4 a comment contains a tag latin capital letter a (U+E0041)");
    assertThat(problems("a \udb40\udc02"))
        .containsExactly("a.drl:1:3 unexpected character: a blank (U+E0002)");
    assertThat(problems("a 😀")).containsExactly("a.drl:1:3 unexpected `😀`");
    assertThat(texts("\"😀 “é”\"")).containsExactly("😀 “é”");
  }

  @Test
  void aTextEndsOnItsLine() {
    assertThat(words("\"a b\"")).first().isEqualTo(new Token(Token.Kind.TEXT, "a b", 1, 1));
    assertThat(words("\"\" a"))
        .startsWith(new Token(Token.Kind.TEXT, "", 1, 1), new Token(Token.Kind.NAME, "a", 1, 4));
    String open = "a.drl:1:1 a text starts with `\"` but has no closing `\"` on the same line";
    assertThat(problems("\"a")).containsExactly(open);
    assertThat(problems("\"a\nb")).containsExactly(open);
    assertThat(problems("\"")).containsExactly(open);
  }

  @Test
  void aTextMayHaveSixHundredCharacters() {
    assertThat(texts("\"" + "a".repeat(600) + "\"")).containsExactly("a".repeat(600));
    assertThat(problems("\"" + "a".repeat(601) + "\""))
        .containsExactly("a.drl:1:1 a text is longer than 600 characters");
  }

  @Test
  void aLongWordIsShownShortened() {
    Token name = new Token(Token.Kind.NAME, "a".repeat(40), 1, 1);
    assertThat(name.shown()).isEqualTo("`" + "a".repeat(40) + "`");
    Token text = new Token(Token.Kind.TEXT, "a".repeat(41), 1, 1);
    assertThat(text.shown()).isEqualTo("`\"" + "a".repeat(40) + "…\"`");
  }

  @Test
  void twoHundredProblemsAreKept() {
    assertThat(problems("# ".repeat(200))).hasSize(200);
    assertThat(problems("# ".repeat(201))).hasSize(200).first().asString().startsWith("a.drl:1:1");
  }
}
