package org.tfm.examples.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.Names;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.SourceList;
import org.tfm.examples.text.Words;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.Fact;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Section;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.book.PolicyDay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a policy says. */
@Command(
    name = "terms",
    description = "Shows what the policy of a hub says for a type of Work Group and a year.",
    mixinStandardHelpOptions = true)
final class TermsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "HUB",
      description = "The id of the hub, such as cheshire-wirral.")
  private String hub;

  @Parameters(
      index = "1",
      paramLabel = "TYPE",
      description = "The id of the type, such as primary-development.")
  private String type;

  @Parameters(index = "2", paramLabel = "YEAR", description = "The academic year, such as 2022/23.")
  private String year;

  @Mixin private KindOptions kind = new KindOptions();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description =
          "Use the policy of this day, such as 2022-10-31. Without it: the first day of the "
              + "year. A day before or after the year counts as its first or last day.")
  private @Nullable LocalDate on;

  @Mixin private SourcesOption sources = new SourcesOption();

  @Mixin private JsonOption json = new JsonOption();

  @Mixin private PacksOption packs = new PacksOption();

  @Override
  public Integer call() {
    Offering offering = Offering.of(hub, type, AcademicYear.parse(year));
    PolicyBook book = packs.book(Printer.messages(spec));
    PolicyDay day = book.day(offering, kind.kind(), on == null ? offering.year().firstDay() : on);
    Terms terms = book.terms(offering, kind.kind(), day.used());
    Printer answers = Printer.answers(spec);
    if (json.isGiven()) {
      answers.json(terms);
    } else {
      answers.page(page(terms, day, new Names(book)));
    }
    return 0;
  }

  private Page page(Terms terms, PolicyDay day, Names names) {
    Page page = new Page().hanging(names.offering(terms.offering()));
    SourceList list = new SourceList(names);
    for (Section section : Words.SECTIONS) {
      page.list(
          Words.heading(section),
          sentences(terms, term -> term.section() == section && !isPaid(term), list));
      if (section == Section.ENTITLEMENT) {
        page.list(Words.CHARGES, sentences(terms, TermsCommand::isPaid, list));
      }
    }
    if (sources.isGiven()) {
      list.print("Sources", page);
    }
    day.notes().forEach(note -> page.paragraph("Note: " + note));
    return page;
  }

  private List<String> sentences(Terms terms, Predicate<Term> such, SourceList list) {
    List<Term> all =
        Stream.concat(terms.terms().stream(), terms.unsettled().stream().map(UnsettledTerm::term))
            .toList();
    // A duty that is checked stands with the duties alone.
    Predicate<Term> isShown =
        such.and(term -> all.stream().noneMatch(duty -> isCheckOf(term, duty)));
    return Stream.concat(
            terms.terms().stream().filter(isShown).map(term -> sentence(term, all, list)),
            terms.unsettled().stream()
                .filter(open -> isShown.test(open.term()))
                .map(open -> sentence(open.term(), all, list) + " " + dependsOn(open)))
        .toList();
  }

  private String sentence(Term term, List<Term> all, SourceList list) {
    boolean isChecked = all.stream().anyMatch(check -> isCheckOf(check, term));
    return term.sentence()
        + (isChecked ? " (This is checked during the year.)" : "")
        + (sources.isGiven() ? " " + list.mark(term.citation(), term.provenance()) : "");
  }

  /** Whether a term checks a duty in the same words. */
  private static boolean isCheckOf(Term check, Term duty) {
    return check.section() == Section.PROGRESS
        && duty instanceof Undertaking one
        && check.id().equals(one.id())
        && check.provenance().equals(one.provenance())
        && check.sentence().endsWith(" " + one.duty() + ".");
  }

  private static boolean isPaid(Term term) {
    return term instanceof Entitlement one
        && one.charge()
        && !Entitlement.isFree(one.charge(), one.amount());
  }

  private static String dependsOn(UnsettledTerm open) {
    return "(This depends on "
        + Words.list(open.dependsOn().stream().map(Fact::label).toList(), "and")
        + ".)";
  }
}
