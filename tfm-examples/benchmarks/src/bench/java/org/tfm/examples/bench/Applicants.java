package org.tfm.examples.bench;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.List;
import java.util.Random;
import org.tfm.examples.byhand.RandomApplications;
import org.tfm.model.document.Application;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;

/** Generates random applications to offerings of sized packs and measures their assessment. */
final class Applicants {

  private static final long SEED = 5;

  private Applicants() {}

  /** Returns this number of applications to these offerings in turn. */
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

  /** Nanoseconds for each application: the median of the rounds, after as many warm-up rounds. */
  static double time(PolicyBook book, List<Application> applications, int rounds) {
    return times(ImmutableList.of(book), applications, rounds).get(0);
  }

  /** Measures several books in turn, so that a busy moment affects all of them. */
  static List<Double> times(List<PolicyBook> books, List<Application> applications, int rounds) {
    ImmutableListMultimap.Builder<Integer, Long> times = ImmutableListMultimap.builder();
    long findings = 0;
    for (int round = 0; round < rounds * 2; round++) {
      for (int i = 0; i < books.size(); i++) {
        PolicyBook book = books.get(i);
        long start = System.nanoTime();
        for (Application application : applications) {
          findings +=
              book.terms(application.offering(), application.school().kind())
                  .assess(application)
                  .findings()
                  .size();
        }
        if (round >= rounds) {
          times.put(i, System.nanoTime() - start);
        }
      }
    }
    if (findings == 0) {
      throw new IllegalStateException("nothing was found");
    }
    return times.build().asMap().values().stream()
        .map(one -> Figures.median(List.copyOf(one)) / applications.size())
        .toList();
  }
}
