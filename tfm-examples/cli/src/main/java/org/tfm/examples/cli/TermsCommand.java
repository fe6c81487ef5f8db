package org.tfm.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.TextReport;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Section;
import org.tfm.model.term.Term;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.book.PolicyDay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what a policy says. */
@Command(
    name = "terms",
    description = "Lists what the policy for an offering says.",
    mixinStandardHelpOptions = true)
final class TermsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "HUB", description = "Such as cheshire-wirral.")
  private String hub;

  @Parameters(index = "1", paramLabel = "TYPE", description = "Such as primary-development.")
  private String type;

  @Parameters(index = "2", paramLabel = "YEAR", description = "Such as 2022/23.")
  private String year;

  @Mixin private KindOptions kind = new KindOptions();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = {
        "The day whose policy is meant; the first of the academic year if left out.",
        "A day outside the year counts as its first or last."
      })
  private @Nullable LocalDate on;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "A folder with packs of your own, beside the bundled ones.")
  private List<Path> packs = new ArrayList<>();

  @Override
  public Integer call() {
    Offering offering = Offering.of(hub, type, AcademicYear.parse(year));
    PolicyBook book = Books.with(packs);
    PolicyDay day = book.day(offering, kind.kind(), on == null ? offering.year().firstDay() : on);
    Terms terms = book.terms(offering, kind.kind(), day.used());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(TfmJson.writePretty(terms));
    } else {
      print(terms, out);
      for (String note : day.notes()) {
        out.println();
        TextReport.wrap("Day: ", "     ", note).forEach(out::println);
      }
    }
    return 0;
  }

  private static void print(Terms terms, PrintWriter out) {
    out.println(TextReport.title(terms.offering()));
    for (Section section : Section.values()) {
      List<String> lines = new ArrayList<>();
      terms.terms().stream()
          .filter(term -> term.section() == section)
          .forEach(term -> lines.addAll(lines(term, "")));
      for (UnsettledTerm open : terms.unsettled()) {
        if (open.term().section() == section) {
          String depends =
              " (depends on "
                  + String.join(", ", open.dependsOn().stream().map(fact -> fact.label()).toList())
                  + ")";
          lines.addAll(lines(open.term(), depends));
        }
      }
      if (!lines.isEmpty()) {
        out.println();
        String name = section.name();
        out.println(name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
        lines.forEach(out::println);
      }
    }
  }

  private static List<String> lines(Term term, String note) {
    List<String> lines =
        new ArrayList<>(TextReport.wrap("  - ", "    ", term.id() + ": " + term.sentence() + note));
    lines.addAll(
        TextReport.wrap(
            "      ",
            "      ",
            "["
                + term.citation().source()
                + ": "
                + term.citation().place()
                + "; rule "
                + term.provenance().rule()
                + "]"));
    return lines;
  }
}
