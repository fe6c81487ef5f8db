package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tfm.examples.text.Names;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.Words;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.comparison.TermChange;
import org.tfm.model.document.Application;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Hubs;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Term;
import org.tfm.rules.journey.Journey;
import org.tfm.rules.journey.JourneyChange;
import org.tfm.rules.journey.JourneyFirst;
import org.tfm.rules.journey.JourneyStep;
import org.tfm.rules.journey.StatedLink;

/**
 * The journey of a school as text.
 *
 * @param names the names of hubs, schools and sources
 * @param sources whether to show the source of each sentence
 */
record JourneyReport(Names names, boolean sources) {

  private static final ImmutableList<Verdict> OPEN_FIRST =
      ImmutableList.of(
          Verdict.YES,
          Verdict.REFER_TO_HUB,
          Verdict.MORE_INFORMATION_NEEDED,
          Verdict.NOT_STATED,
          Verdict.NO);

  Page page(Application application, Journey journey) {
    Page page = new Page();
    page.hanging(
        Words.capital(Names.school(application.school()))
            + ": "
            + names.hub(journey.hub())
            + ", "
            + journey.year()
            + " and "
            + journey.year().next());
    if (application.history().isEmpty()) {
      page.paragraph(
          "The file does not say which Work Groups the school has taken part in. Add `history`.");
    }
    steps(page, "This year", journey.year(), journey.thisYear(), journey);
    steps(page, "Next year", journey.year().next(), journey.nextYear(), journey);
    if (!journey.usual().isEmpty()) {
      page.gap().line("What usually follows");
      links(page, journey.usual(), page::item);
    }
    if (!journey.first().isEmpty()) {
      page.gap().line("First");
      journey.first().forEach(first -> first(page, first, journey.year()));
    }
    if (journey.cutShort()) {
      page.paragraph("Not everything was tried, so more may come first than is listed here.");
    }
    page.gap().line("What has changed since " + journey.year().previous());
    if (journey.changed().isEmpty()) {
      page.item("Nothing in the Work Groups for this school.");
    }
    journey.changed().forEach(change -> change(page, change, journey));
    return page;
  }

  private void steps(
      Page page, String heading, AcademicYear year, List<JourneyStep> steps, Journey journey) {
    page.gap().line(heading + " (" + year + ")");
    if (steps.isEmpty()) {
      page.item("There is no policy for this year yet. Ask the hub.");
    }
    for (JourneyStep step : openFirst(steps)) {
      page.item(
          step.title()
              + ofNetwork(step.offering(), journey)
              + ": "
              + Words.verdict(step.verdict())
              + ".");
      reasons(step).forEach(finding -> reason(page, finding));
      if (step.verdict() != Verdict.NO) {
        links(page, step.links(), sentence -> detail(page, sentence));
      }
    }
  }

  /** Puts the offerings that the school may join first, and those that it may not join last. */
  private static List<JourneyStep> openFirst(List<JourneyStep> steps) {
    return steps.stream()
        .sorted(Comparator.comparingInt(step -> OPEN_FIRST.indexOf(step.verdict())))
        .toList();
  }

  /** Where the answer is no, what the school does not meet; open questions do not change it. */
  private static List<Finding> reasons(JourneyStep step) {
    return step.verdict() == Verdict.NO
        ? step.reasons().stream().filter(finding -> finding.status() == Status.UNMET).toList()
        : step.reasons();
  }

  private static String ofNetwork(Offering offering, Journey journey) {
    return offering.hub().equals(Hubs.NATIONAL) && !journey.hub().equals(Hubs.NATIONAL)
        ? " (all hubs)"
        : "";
  }

  private void reason(Page page, Finding finding) {
    detail(page, finding.sentence());
    source(page, finding.provenance().rule().pack(), finding.citation());
  }

  /** Puts each sentence once, with every place that says it. */
  private void links(Page page, List<StatedLink> links, Consumer<String> sentence) {
    Multimaps.index(links, StatedLink::sentence)
        .asMap()
        .forEach(
            (text, stated) -> {
              sentence.accept(text);
              stated.forEach(link -> source(page, link.pack(), link.citation()));
            });
  }

  private static void detail(Page page, String sentence) {
    page.wrapped("      ", "      ", sentence);
  }

  private void source(Page page, String pack, Citation citation) {
    if (sources) {
      page.wrapped(
          "      [",
          "       ",
          names.source(pack, citation.source())
              + ": "
              + citation.place()
              + citation.reading().map(reading -> ". " + Words.interpretation(reading)).orElse("")
              + "]");
    }
  }

  private void first(Page page, JourneyFirst first, AcademicYear now) {
    page.item(
        first.title()
            + ", "
            + first.offering().year()
            + (first.required() ? ": " : ", usually: ")
            + first.sentence()
            + (first.now().isEmpty()
                ? ""
                : " In "
                    + now
                    + " the school can take part in "
                    + Words.list(first.now(), "or")
                    + "."));
    source(page, first.pack(), first.citation());
  }

  private void change(Page page, JourneyChange change, Journey journey) {
    page.item(
        change.title()
            + ": "
            + switch (change.kind()) {
              case ADDED -> "we have no policy for " + journey.year().previous() + ".";
              case REMOVED -> "we have no policy for " + journey.year() + ".";
              case CHANGED -> moved(change);
            });
    links(page, change.replaces().stream().toList(), sentence -> detail(page, sentence));
    change.terms().forEach(term -> term(page, term));
  }

  /** Says that the policy is no longer of the same publisher; otherwise the terms follow. */
  private static String moved(JourneyChange change) {
    String hub = change.offering().hub();
    if (change.earlier().filter(before -> !before.hub().equals(hub)).isEmpty()) {
      return "";
    }
    return hub.equals(Hubs.NATIONAL)
        ? "the policy of all hubs now counts; the one before was the hub's own."
        : "the hub now has a policy of its own; the one before was for all hubs.";
  }

  private static void term(Page page, TermChange change) {
    Optional<String> before = change.before().map(Term::sentence);
    Optional<String> after = change.after().map(Term::sentence);
    if (before.equals(after)) {
      term(page, "", Optional.of(Words.capital(change.what()) + "."));
      return;
    }
    term(page, after.isEmpty() ? "No longer: " : "Before: ", before);
    term(page, before.isEmpty() ? "New: " : "Now: ", after);
  }

  private static void term(Page page, String heading, Optional<String> sentence) {
    sentence.ifPresent(text -> page.wrapped("      ", "        ", heading + text));
  }
}
