package org.tfm.examples.bench;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Random;
import org.tfm.examples.byhand.RandomApplications;
import org.tfm.model.application.Application;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;

/** Random applications to offerings of sized packs, and the time they take. */
final class Applicants {

  private static final long SEED = 5;

  private Applicants() {}

  /** So many applications, each to the next of these offerings. */
  static ImmutableList<Application> to(List<Offering> offerings, int number) {
    RandomApplications random = new RandomApplications(new Random(SEED));
    ImmutableList.Builder<Application> all = ImmutableList.builderWithExpectedSize(number);
    for (int i = 0; i < number; i++) {
      Application.Builder application = Application.builder();
      application.from(random.next()).offering(offerings.get(i % offerings.size()));
      all.add(application.build());
    }
    return all.build();
  }

  /** Nanoseconds for each application: the median of rounds, after as many to warm up. */
  static double time(PolicyBook book, List<Application> applications, int rounds) {
    List<Long> times = new java.util.ArrayList<>();
    long findings = 0;
    for (int i = 0; i < rounds * 2; i++) {
      long start = System.nanoTime();
      for (Application application : applications) {
        findings +=
            book.terms(application.offering(), application.school().kind())
                .assess(application)
                .findings()
                .size();
      }
      times.add(System.nanoTime() - start);
    }
    if (findings == 0) {
      throw new IllegalStateException("nothing was found");
    }
    return Figures.median(times.subList(rounds, times.size())) / applications.size();
  }
}
