package org.tfm.examples.bench;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tfm.examples.bench.contest.Contest;
import org.tfm.model.document.Application;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.SchoolKind;
import org.tfm.rules.book.PolicyBook;

/** Measures the cost by the number of applications, rules in a pack and kinds of school. */
final class GrowthRun {

  private static final int APPLICATIONS = 5_000;
  private static final int TOGETHER = 10_000;
  private static final int[] RULES = {10, 20, 50, 100, 200, 500, 1_000, 2_000};
  private static final int[] KINDS = {1, 3, 10, 30, 100, 300, 1_000, 3_000};

  private GrowthRun() {}

  /**
   * Writes the series; the arguments are the largest numbers of applications and rules, and the
   * rounds.
   */
  public static void main(String... args) throws IOException {
    Figures figures = new Figures();
    rules(figures, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    kinds(figures);
    applications(figures, Integer.parseInt(args[1]));
    figures.write(Path.of(args[0]));
  }

  private static void rules(Figures figures, int most, int rounds) {
    for (int rules : RULES) {
      if (rules <= most) {
        String hub = "rules-" + rules;
        long start = System.nanoTime();
        PolicyBook book = PolicyBook.builder().files(SizedPack.of(hub, rules)).build();
        figures.put("rules.load.ms@" + rules, (System.nanoTime() - start) / 1e6);
        ImmutableList<Application> applications =
            Applicants.to(List.of(SizedPack.offering(hub)), APPLICATIONS);
        figures.put("rules.ns@" + rules, Applicants.time(book, applications, rounds));
      }
    }
  }

  /** Resolves the terms for more and more kinds of school, for the first time and again. */
  private static void kinds(Figures figures) {
    Offering offering = SizedPack.offering("kinds");
    List<PartialSchoolKind> kinds =
        new ArrayList<>(SchoolKind.all().stream().map(PartialSchoolKind::of).toList());
    java.util.Collections.shuffle(kinds, new java.util.Random(1));
    for (int number : KINDS) {
      int asked = Math.min(number, kinds.size());
      PolicyBook book = PolicyBook.builder().files(SizedPack.of("kinds", 20)).build();
      book.terms(offering);
      long start = System.nanoTime();
      ask(book, offering, kinds.subList(0, asked));
      figures.put("kinds.first.us@" + asked, (System.nanoTime() - start) / 1e3);
      start = System.nanoTime();
      ask(book, offering, kinds.subList(0, asked));
      figures.put("kinds.again.us@" + asked, (System.nanoTime() - start) / 1e3);
    }
  }

  private static void ask(PolicyBook book, Offering offering, List<PartialSchoolKind> kinds) {
    int terms = 0;
    for (PartialSchoolKind kind : kinds) {
      terms += book.terms(offering, kind).terms().size();
    }
    if (terms == 0) {
      throw new IllegalStateException("no terms");
    }
  }

  /** Generates applications and assesses each once; generating them is not timed. */
  private static void applications(Figures figures, int most) {
    Contest contest = ContestState.make();
    long nanos = 0;
    int done = 0;
    for (int next = 100; next <= most; next *= 10) {
      while (done < next) {
        ImmutableList<Application> some = contest.more(Math.min(TOGETHER, next - done));
        long start = System.nanoTime();
        int findings = 0;
        for (Application application : some) {
          findings += contest.byLibrary(application).findings().size();
        }
        nanos += System.nanoTime() - start;
        if (findings == 0) {
          throw new IllegalStateException("nothing was found");
        }
        done += some.size();
      }
      figures.put("applications.s@" + next, nanos / 1e9);
    }
  }
}
