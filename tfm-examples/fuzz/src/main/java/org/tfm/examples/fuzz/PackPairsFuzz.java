package org.tfm.examples.fuzz;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.assessment.Terms;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.rules.book.OfferingEntry;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.PackFiles;

/**
 * Fuzzes a pack beside two others: it is refused, or the protected term of a base that it extends
 * is as strict as before, and the terms of its neighbour are the same.
 */
public final class PackPairsFuzz {

  /** Separates the publisher and the rules of the upper pack in an input. */
  static final String SEPARATOR = "\n=====\n";

  private static final String TYPE = "primary-development";
  private static final Criterion NEEDED =
      new Within(Facts.LEAD_PARTICIPANTS, Optional.of(BigDecimal.valueOf(2)), Optional.empty());

  private static final String RULES = "primary-development.drl";

  private static final String PUBLISHER =
      """
      language: 2
      hub: %s
      name: A hub
      year: 2022/23
      offers: [primary-development]
      sources:
        flyer: { title: A flyer, publisher: A hub, last-checked: 2026-01-01 }
      """;

  private static final String PROTECTED =
      """
      package %s.y2022_23.primary_development

      rule "people"
          @Cites("flyer: people")
          @Protected("all hubs agreed")
      when
          Offering( type == "primary-development" )
      then
          terms.eligibility("people").must(leadParticipants().isAtLeast(2));
      end
      """;

  private static final ImmutableMap<String, String> BASE =
      ImmutableMap.of(
          PackFiles.PUBLISHER,
          PUBLISHER.formatted("base-hub"),
          RULES,
          PROTECTED.formatted("base_hub"));
  private static final ImmutableMap<String, String> NEIGHBOUR =
      ImmutableMap.of(
          PackFiles.PUBLISHER,
          PUBLISHER.formatted("neighbour"),
          RULES,
          PROTECTED.formatted("neighbour"));

  private static final SchoolKind KIND = SchoolKind.all().iterator().next();
  private static final Terms ALONE =
      PolicyBook.builder().files(PackFiles.of("neighbour", NEIGHBOUR)).build().terms(own(), KIND);
  private static final Set<String> OTHERS = Set.of("base-hub/2022-23", "neighbour/2022-23");
  private static final Set<String> LOADED = new HashSet<>();

  private PackPairsFuzz() {}

  /** Tests one input: the publisher and the rules of the upper pack. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    List<String> parts = Splitter.on(SEPARATOR).limit(2).splitToList(text);
    if (parts.size() < 2 || !LOADED.add(text)) {
      return;
    }
    try {
      PolicyBook book =
          PolicyBook.builder()
              .files(PackFiles.of("base", BASE))
              .files(PackFiles.of("neighbour", NEIGHBOUR))
              .files(
                  PackFiles.of(
                      "upper", Map.of(PackFiles.PUBLISHER, parts.get(0), RULES, parts.get(1))))
              .build();
      // A derogation may weaken a term, and a rule may apply on some days only.
      check(
          book,
          parts.get(0).contains("extends: [base-hub/2022-23]") && !text.contains("@Derogation"));
    } catch (InvalidInputException e) {
      Promises.check(e, text);
    }
  }

  private static Offering own() {
    return Offering.of("neighbour", TYPE, AcademicYear.startingIn(2022));
  }

  private static void check(PolicyBook book, boolean extendsBase) {
    if (!book.terms(own(), KIND).terms().equals(ALONE.terms())) {
      throw new AssertionError("a pack changed its neighbour");
    }
    for (OfferingEntry entry : book.offerings()) {
      if (!OTHERS.contains(entry.pack()) && entry.type().id().equals(TYPE) && extendsBase) {
        checkProtected(
            book.terms(
                Offering.of(
                    entry.hub().id(), TYPE, entry.year().orElse(AcademicYear.startingIn(2022))),
                KIND));
      }
    }
  }

  private static void checkProtected(Terms terms) {
    boolean isKept =
        terms.terms().stream()
            .filter(Requirement.class::isInstance)
            .map(Requirement.class::cast)
            .anyMatch(
                term ->
                    term.id().equals("people")
                        && term.strength() == Strength.MUST
                        && term.criterion().implies(NEEDED));
    if (!isKept) {
      throw new AssertionError("a pack weakened a protected term: " + terms.terms());
    }
  }
}
