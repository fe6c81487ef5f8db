package org.tfm.rules.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final Pattern MESSAGE =
      Pattern.compile(
          "Problem\\.of\\(\\s*ProblemCode\\.\\w+,\\s*(\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\]|\\\\.)*\")*)");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final AcademicYear ANY_YEAR = AcademicYear.parse("2023/24");

  private final PolicyBook book = PolicyBook.bundled();
  private final Map<String, Set<String>> texts = new LinkedHashMap<>();

  private Phrasebook() {}

  /** The texts by heading, each once, in the order of the alphabet. */
  static Map<String, Set<String>> texts() {
    try {
      return new Phrasebook().all();
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
    for (Path file : files(POLICIES, ".cases.yaml")) {
      documents.addAll(WorkedCases.read(file.toString(), Files.readString(file)).documents());
    }
    return documents;
  }

  /** The messages as the code has them, with the places of their arguments. */
  private void messages() throws IOException {
    for (Path sources : List.of(Path.of("src/main/java"), Path.of("../tfm-model/src/main/java"))) {
      for (Path file : files(sources, ".java")) {
        for (MatchResult message : MESSAGE.matcher(Files.readString(file)).results().toList()) {
          add(
              "Messages",
              LITERAL
                  .matcher(message.group(1))
                  .results()
                  .map(part -> part.group(1).replace("\\\"", "\""))
                  .collect(Collectors.joining()));
        }
      }
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
