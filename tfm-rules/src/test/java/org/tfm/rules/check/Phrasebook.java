package org.tfm.rules.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tfm.english.ReviewedTexts;
import org.tfm.model.advice.Questionnaire;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.term.Section;
import org.tfm.rules.book.OfferingEntry;
import org.tfm.rules.book.PolicyBook;

/** Every distinct text that the bundled packs and the library show to people. */
final class Phrasebook {

  private static final Path POLICIES = Path.of("src/main/resources/policies");

  private static final AcademicYear ANY_YEAR = AcademicYear.parse("2023/24");

  private final PolicyBook book = PolicyBook.bundled();
  private final Map<String, Set<String>> texts = new LinkedHashMap<>();

  private Phrasebook() {}

  /** The texts by heading, each once, in the order of the alphabet. */
  static ReviewedTexts texts() {
    try {
      return new ReviewedTexts(new Phrasebook().all());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Set<String>> all() throws IOException {
    terms();
    questions();
    for (Document document : documents()) {
      document(document);
    }
    messages();
    return texts;
  }

  private void add(String heading, String text) {
    texts.computeIfAbsent(heading, h -> new TreeSet<>()).add(text);
  }

  private void add(Section section, String text) {
    add("Terms, " + section.name().toLowerCase(Locale.ROOT), text);
  }

  private void terms() {
    for (Section section : Section.values()) {
      texts.put("Terms, " + section.name().toLowerCase(Locale.ROOT), new TreeSet<>());
    }
    for (OfferingEntry entry : book.offerings()) {
      Terms terms = book.terms(entry.in(entry.year().orElse(ANY_YEAR)));
      Stream.concat(terms.terms().stream(), terms.unsettled().stream().map(UnsettledTerm::term))
          .forEach(
              term -> {
                add(term.section(), term.sentence());
                term.citation().reading().ifPresent(text -> add("Interpretations", text));
              });
      terms.answerFacts().values().forEach(this::question);
    }
  }

  private void questions() {
    Facts.all().values().forEach(this::question);
  }

  private void question(Fact fact) {
    add("Questions", fact.question());
  }

  private void document(Document document) {
    Assessment assessment = book.terms(document.offering(), document.schoolKind()).assess(document);
    for (Finding finding : assessment.findings()) {
      add("Findings, " + finding.status().name().toLowerCase(Locale.ROOT), finding.sentence());
    }
    assessment.entitlements().forEach(due -> add("Entitlements", due.sentence()));
    if (document instanceof Application) {
      WhatWouldChange change = WhatWouldChange.of(book, document);
      change.ways().forEach(way -> way.forEach(one -> add("Changes", one.sentence())));
      change.obstacles().forEach(obstacle -> add("Obstacles", obstacle.sentence()));
    }
    Questionnaire.next(book, document)
        .ifPresent(question -> add("Expected answers", question.expected()));
  }

  private static List<Document> documents() throws IOException {
    List<Document> documents = new ArrayList<>();
    ReviewedTexts.files(POLICIES, ".cases.yaml")
        .forEach((file, cases) -> documents.addAll(WorkedCases.read(file, cases).documents()));
    return documents;
  }

  private void messages() throws IOException {
    for (Path sources : List.of(Path.of("src/main/java"), Path.of("../tfm-model/src/main/java"))) {
      ReviewedTexts.messages(sources).forEach(message -> add("Messages", message));
    }
  }
}
