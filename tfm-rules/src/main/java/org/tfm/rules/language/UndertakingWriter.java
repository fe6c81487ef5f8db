package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.document.Subject;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/**
 * Builder of an undertaking.
 *
 * @hidden
 */
@Internal
public final class UndertakingWriter implements Supplier<Term> {

  /** Words before a verb, which no question can be made from. */
  private static final Pattern NO_VERB =
      Pattern.compile(
          "also|always|both|either|never|not|often|still|together|as|at|by|for|from|if|in|on|to"
              + "|when|where|with|within|(?!apply|comply|multiply|rally|rely|reply|supply).*ly");

  /** Words with an object that are no verbs. */
  private static final String NO_SECOND_VERB =
      "about|after|all|before|between|both|during|each|half|into|of|once|one|over|through|twice"
          + "|under|until|what|whatever|when|whether|which|with|within|at|by|for|from|if|in|on|to"
          + "|not|never";

  /** A second verb: directly after the first, or with an object of its own. */
  private static final Pattern SECOND_VERB =
      Pattern.compile(
          "^[a-z-]+ (?:and|or) [a-z-]+"
              + "|\\b(?:and|or|then) (?!(?:"
              + NO_SECOND_VERB
              + ")\\b)[a-z-]+(?<!ing|ed|ly|[^s]s)"
              + " (?:it|them|its|their|the|this|these|those"
              + "|an?(?! (?:day|week|month|term|half|year)))\\b");

  private static final Pattern OF_OTHERS =
      Pattern.compile("(?:have|help|let|make) .*|.* to [a-z-]+.*");

  private static final Pattern VERB = Pattern.compile("[a-z]+(-[a-z]+)?");

  private final TermHead head;
  private final Function<String, Optional<Fact>> questions;
  private final Consumer<Supplier<Term>> checks;
  private Strength strength = Strength.MUST;
  private Optional<String> duty = Optional.empty();

  /**
   * Creates a writer.
   *
   * @param questions the questions that packs and the library have, by id
   * @param checks receives the requirement on the progress
   */
  UndertakingWriter(
      TermHead head, Function<String, Optional<Fact>> questions, Consumer<Supplier<Term>> checks) {
    this.head = head;
    this.questions = questions;
    this.checks = checks;
  }

  /** Sets what the school agrees to do, as a verb phrase. */
  public UndertakingWriter must(String verbPhrase) {
    return put(Strength.MUST, verbPhrase);
  }

  /** Sets what the school is expected to do, as a verb phrase. */
  public UndertakingWriter should(String verbPhrase) {
    return put(Strength.SHOULD, verbPhrase);
  }

  /**
   * Adds a requirement on the progress: that the school does it. A question with the id of the
   * undertaking is asked if there is one; otherwise one is made from the text.
   */
  @SinceLanguage(2)
  public UndertakingWriter checkedInProgress() {
    checks.accept(this::check);
    return this;
  }

  private Term check() {
    Fact fact = questions.apply(head.id()).orElseGet(this::question);
    if (fact.kind() != FactKind.YES_NO) {
      throw new IllegalStateException(
          "the answer `"
              + head.id()
              + "` is not yes or no, so `checkedInProgress` cannot ask it. Use another id for the"
              + " undertaking");
    }
    return new Requirement(
        head.id(),
        Aspect.PROGRESS,
        strength,
        Askable.check(head.id(), Subject.PROGRESS, new Confirmed(fact)),
        Optional.empty(),
        head.citation(),
        head.provenance());
  }

  private Fact question() {
    String text = duty();
    int end = text.indexOf(' ');
    String verb = end < 0 ? text : text.substring(0, end);
    if (NO_VERB.matcher(verb).matches() || !VERB.matcher(verb).matches()) {
      throw new IllegalStateException(
          starts(verb)
              + "but a duty that is checked starts with its verb, such as `take part too`");
    }
    Matcher second = SECOND_VERB.matcher(text);
    // What others do keeps its form: have its leads plan and run a day.
    if (second.find() && !OF_OTHERS.matcher(text.substring(0, second.start())).lookingAt()) {
      throw new IllegalStateException(
          "the undertaking `"
              + head.id()
              + "` has a second verb in `"
              + second.group()
              + "`, but a duty that is checked has one. Write two undertakings");
    }
    Fact question = Fact.duty(head.id(), text, "answers." + head.id());
    if (!question.question().equals("Does the school " + text + "?") && !verb.equals("be")) {
      throw new IllegalStateException(
          starts(verb) + "which makes no question; use another verb, such as `work on`");
    }
    if (text.endsWith(".") || text.endsWith("?")) {
      throw new IllegalStateException(
          "the undertaking `"
              + head.id()
              + "` ends like a sentence, but a duty that is checked is a part of one. Remove the"
              + " last character");
    }
    return question;
  }

  private String starts(String verb) {
    return "the undertaking `" + head.id() + "` starts with `" + verb + "`, ";
  }

  private String duty() {
    return head.need(duty, "`must` or `should`");
  }

  private UndertakingWriter put(Strength how, String verbPhrase) {
    this.strength = how;
    this.duty = Optional.of(verbPhrase);
    return this;
  }

  @Override
  public Term get() {
    return new Undertaking(head.id(), strength, duty(), head.citation(), head.provenance());
  }
}
