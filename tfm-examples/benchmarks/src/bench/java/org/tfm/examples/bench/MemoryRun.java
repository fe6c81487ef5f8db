package org.tfm.examples.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Application;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.SchoolKind;
import org.tfm.rules.book.PolicyBook;

/**
 * Measures the memory and the assessment time of a growing book whose packs differ in their texts.
 *
 * <p>A pack counts as loaded once its terms are resolved for a dozen kinds of school, and as used
 * once 2,000 applications to it have been assessed. Memory is the used heap after a garbage
 * collection, minus that before the first pack.
 */
final class MemoryRun {

  private static final int RULES = 20;
  private static final int KINDS = 12;
  private static final int USED = 2_000;
  private static final int APPLICATIONS = 10_000;
  private static final int COLLECTIONS = 4;
  private static final int WARM_UP = 4;

  private MemoryRun() {}

  /** Writes a series; the arguments are the largest number of packs and the timing rounds. */
  public static void main(String... args) throws IOException, InterruptedException {
    int most = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    List<SchoolKind> kinds = SchoolKind.all();
    Figures figures = new Figures();
    PolicyBook.Builder builder = PolicyBook.builder();
    List<Offering> offerings = new ArrayList<>();
    for (int i = 0; i < WARM_UP; i++) {
      // Loads the rule engine before the first pack is counted.
      PolicyBook.builder().files(SizedPack.of("warm-" + i, RULES)).build();
    }
    double empty = used();
    @Nullable PolicyBook first = null;
    for (int packs = 1; packs <= most; packs++) {
      String hub = "hub-" + packs;
      builder.files(SizedPack.of(hub, RULES));
      offerings.add(SizedPack.offering(hub));
      if (!isMilestone(packs, most)) {
        continue;
      }
      PolicyBook book = builder.build();
      for (Offering offering : offerings) {
        for (int i = 0; i < KINDS; i++) {
          book.terms(offering, PartialSchoolKind.of(kinds.get(i * (kinds.size() / KINDS))));
        }
      }
      double used = used();
      figures.put("memory.kb@" + packs, (used - empty) / 1024);
      figures.put("memory.each.kb@" + packs, (used - empty) / 1024 / packs);
      for (Offering offering : offerings) {
        assess(book, offering);
      }
      figures.put("memory.used.each.kb@" + packs, (used() - empty) / 1024 / packs);
      first = first == null ? book : first;
      List<Double> times =
          Applicants.times(
              List.of(book, first),
              Applicants.to(offerings.subList(0, 1), APPLICATIONS),
              3 * rounds);
      figures.put("packs.one.ns@" + packs, times.get(0));
      figures.put("packs.first.ns@" + packs, times.get(1));
      figures.put(
          "packs.all.ns@" + packs,
          Applicants.time(book, Applicants.to(offerings, APPLICATIONS), rounds));
    }
    figures.write(Path.of(args[0]));
  }

  /** Assesses applications to an offering for each task. */
  private static void assess(PolicyBook book, Offering offering) {
    for (Application application : Applicants.to(List.of(offering), USED)) {
      Terms terms = book.terms(offering, application.school().kind());
      if (terms.assess(application).verdict() != terms.statuses(application).verdict()) {
        throw new IllegalStateException("different assessments of: " + application);
      }
    }
  }

  private static boolean isMilestone(int packs, int most) {
    return packs == 1
        || packs == 3
        || packs == 10
        || packs == 30
        || packs == 100
        || packs == 300
        || packs == most;
  }

  private static double used() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
