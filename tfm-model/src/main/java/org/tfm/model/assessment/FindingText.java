package org.tfm.model.assessment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Outcome;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.ReadFact;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Sentences;

/**
 * A requirement put into words, before and after it was evaluated.
 *
 * <p>What no document changes is rendered once. Immutable but for that.
 */
final class FindingText {

  private final Requirement term;
  // Written without a lock: whoever comes second renders the same text again.
  private @Nullable String needed;
  private @Nullable String must;

  FindingText(Requirement term) {
    this.term = term;
  }

  Requirement term() {
    return term;
  }

  /** What is needed, as a statement. */
  String needed() {
    String text = needed;
    if (text == null) {
      text = term.criterion().says();
      needed = text;
    }
    return text;
  }

  /** What is needed, as strongly as the source puts it. */
  private String must() {
    String text = must;
    if (text == null) {
      text = term.criterion().says(term.strength().mood(), false);
      must = text;
    }
    return text;
  }

  /** The words for a text that was read. */
  Finding.Words words(Status status, String read, List<MissingFact> missing) {
    return new Finding.Words() {
      @Override
      public String read() {
        return read;
      }

      @Override
      public String needed() {
        return FindingText.this.needed();
      }

      @Override
      public String sentence() {
        return FindingText.this.sentence(status, read, missing);
      }
    };
  }

  /** The words for what an evaluation read. */
  Finding.Words words(Evaluation evaluation) {
    return new Finding.Words() {
      @Override
      public String read() {
        return FindingText.read(evaluation.outcome());
      }

      @Override
      public String needed() {
        return FindingText.this.needed();
      }

      @Override
      public String sentence() {
        return FindingText.this.sentence(evaluation.status(), read(), evaluation.missing());
      }
    };
  }

  /** Each value that was read once, named where there are many. */
  private static String read(Outcome outcome) {
    if (outcome.read().isEmpty()) {
      return Provided.NOT_GIVEN;
    }
    if (outcome.read().size() == 1) {
      ReadFact only = outcome.read().get(0);
      return only.of().isEmpty() ? only.text() : only.of() + ": " + only.text();
    }
    Set<ReadFact> reads = new LinkedHashSet<>(outcome.read());
    reads.removeIf(read -> isSaidTwice(read, outcome));
    StringBuilder text = new StringBuilder();
    for (ReadFact read : reads) {
      if (reads.size() == 1 && read.of().isEmpty()) {
        return read.text();
      }
      text.append(text.isEmpty() ? "" : "; ")
          .append(read.of().isEmpty() ? read.fact().label() : read.of())
          .append(": ")
          .append(read.text());
    }
    return text.toString();
  }

  /** That a fact is given goes without saying where its value is read too. */
  private static boolean isSaidTwice(ReadFact read, Outcome outcome) {
    return read.text().equals(Provided.GIVEN)
        && outcome.read().stream()
            .anyMatch(
                other ->
                    other.fact().equals(read.fact())
                        && other.of().equals(read.of())
                        && !other.text().equals(Provided.GIVEN));
  }

  private String sentence(Status status, String read, List<MissingFact> missing) {
    return switch (status) {
      case MET -> Sentences.of(needed() + ": " + read);
      case UNMET ->
          missing.isEmpty()
              ? Sentences.of(must() + "; read: " + read)
              : Sentences.of(must() + "; read: " + read + ". To be given: " + questions(missing));
      case REFERRED -> Sentences.of("the hub decides: " + must() + "; read: " + read);
      case EVIDENCE_MISSING -> Sentences.of(must() + ". Still to be said: " + questions(missing));
      case POLICY_SILENT -> Sentences.of(must() + "; ask the hub");
    };
  }

  private static String questions(List<MissingFact> missing) {
    Set<String> questions = new LinkedHashSet<>();
    for (MissingFact fact : missing) {
      questions.add(fact.of().isEmpty() ? fact.question() : fact.of() + ": " + fact.question());
    }
    return String.join(" ", questions);
  }
}
