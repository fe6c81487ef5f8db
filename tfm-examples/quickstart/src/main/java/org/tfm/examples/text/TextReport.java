package org.tfm.examples.text;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.StatedTerm;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.document.Document;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Section;
import org.tfm.model.term.Strength;

/**
 * How an assessment is shown to people.
 *
 * @param isFull whether everything is shown, and not only what matters next
 * @param isCited whether each sentence has its source
 */
public record TextReport(boolean isFull, boolean isCited) {

  /** The verdict, what prevents a yes, what the school gets and what to do next. */
  public static final TextReport SHORT = new TextReport(false, false);

  private static final ImmutableMap<Aspect, Function<Assessment, Optional<Verdict>>> ASPECTS =
      ImmutableMap.of(
          Aspect.ELIGIBILITY, Assessment::eligibilityVerdict,
          Aspect.APPLICATION, Assessment::applicationVerdict,
          Aspect.COMMITMENT, Assessment::commitmentsVerdict,
          Aspect.GROUP, Assessment::groupVerdict,
          Aspect.PROGRESS, Assessment::progressVerdict);

  /** Returns the assessment as text. */
  public Page page(Names names, Document document, Assessment assessment) {
    Page page = new Page();
    SourceList sources = new SourceList(names);
    page.hanging(names.title(document));
    page.words(VerdictText.sentence(document, assessment));
    if (isFull) {
      ASPECTS.forEach(
          (aspect, verdict) ->
              verdict
                  .apply(assessment)
                  .ifPresent(one -> aspect(aspect, one, assessment, page, sources)));
    } else {
      page.list("Not met", findings(assessment.unmet(), sources));
      page.list(
          "The hub decides",
          Stream.concat(assessment.referred().stream(), assessment.silent().stream())
              .map(one -> cited(one.openPoint(), one.citation(), one.provenance(), sources))
              .toList());
    }
    page.list("To answer", questions(VerdictText.questions(assessment, false)));
    page.list("For the hub to answer", questions(VerdictText.questions(assessment, true)));
    page.list(
        Words.heading(Section.ENTITLEMENT),
        found(
            one -> one.section() == Section.ENTITLEMENT && !Words.isPaid(one),
            assessment,
            sources));
    page.list(Words.CHARGES, found(Words::isPaid, assessment, sources));
    if (isFull) {
      page.list(Words.heading(Section.PROVISION), stated(assessment.provision(), sources));
      page.list(Words.heading(Section.UNDERTAKING), stated(assessment.undertakings(), sources));
    }
    page.list(Words.heading(Section.PRIORITY), priorities(assessment, sources));
    page.list("What to do next", VerdictText.next(document, assessment));
    if (isCited) {
      sources.print("Sources", page);
      page.paragraph(policy(assessment));
    } else if (isFull) {
      page.list("Our interpretations", interpretations(assessment));
    }
    return page;
  }

  /** The requirements of an aspect, each with its status. */
  private void aspect(
      Aspect aspect, Verdict verdict, Assessment assessment, Page page, SourceList sources) {
    page.line("").line(Words.heading(aspect) + ": " + Words.verdict(verdict));
    for (Finding finding : assessment.findings()) {
      if (finding.aspect() == aspect) {
        String status =
            finding.strength() == Strength.PREFERRED
                ? "preferred, " + Words.status(finding.status())
                : Words.status(finding.status());
        page.item(
            Words.capital(status)
                + ". "
                + cited(finding.openPoint(), finding.citation(), finding.provenance(), sources));
      }
    }
  }

  private List<String> findings(List<Finding> findings, SourceList sources) {
    return findings.stream()
        .map(one -> cited(one.sentence(), one.citation(), one.provenance(), sources))
        .toList();
  }

  private List<String> priorities(Assessment assessment, SourceList sources) {
    List<String> tested = found(one -> one.section() == Section.PRIORITY, assessment, sources);
    return isFull
        ? Stream.concat(tested.stream(), stated(assessment.priorities(), sources).stream()).toList()
        : tested;
  }

  /** Returns each sentence once, with the marks of all its sources. */
  private List<String> found(
      Predicate<EntitlementFinding> such, Assessment assessment, SourceList sources) {
    List<EntitlementFinding> all =
        isFull ? assessment.entitlements() : VerdictText.entitlements(assessment);
    Map<String, List<String>> marks = new LinkedHashMap<>();
    for (EntitlementFinding one : all) {
      if (such.test(one)) {
        List<String> ofOne = marks.computeIfAbsent(one.sentence(), sentence -> new ArrayList<>());
        if (isCited) {
          ofOne.add(sources.mark(one.citation(), one.provenance()));
        }
      }
    }
    return marks.entrySet().stream()
        .map(one -> String.join(" ", Iterables.concat(List.of(one.getKey()), one.getValue())))
        .toList();
  }

  private List<String> stated(List<StatedTerm> terms, SourceList sources) {
    return terms.stream()
        .map(one -> cited(one.sentence(), one.citation(), one.provenance(), sources))
        .toList();
  }

  private String cited(
      String sentence, Citation citation, Provenance provenance, SourceList sources) {
    return isCited ? sentence + " " + sources.mark(citation, provenance) : sentence;
  }

  /** Returns each question once, with all those that it is about. */
  private static List<String> questions(List<MissingFact> missing) {
    Map<String, List<String>> about = new LinkedHashMap<>();
    for (MissingFact fact : missing) {
      about.computeIfAbsent(fact.question(), question -> new ArrayList<>()).add(fact.of());
    }
    return about.entrySet().stream()
        .map(one -> question(Members.list(one.getValue()), one.getKey()))
        .toList();
  }

  /** Returns a question, with the person or school that it is about. */
  public static String question(MissingFact fact) {
    return question(fact.of(), fact.question());
  }

  /** Returns a question about somebody, or about the whole if nobody is named. */
  public static String question(String of, String question) {
    return of.isEmpty() ? question : Words.capital(of) + ": " + question;
  }

  private static List<String> interpretations(Assessment assessment) {
    return assessment.findings().stream()
        .map(Finding::citation)
        .distinct()
        .flatMap(one -> one.reading().map(reading -> one.place() + ": " + reading).stream())
        .map(Words::capital)
        .toList();
  }

  private static String policy(Assessment assessment) {
    return "Policy: "
        + String.join(" on ", assessment.policy().packs().reverse())
        + ", book "
        + Words.shortHash(assessment.policy().book())
        + ", library "
        + assessment.policy().library();
  }
}
