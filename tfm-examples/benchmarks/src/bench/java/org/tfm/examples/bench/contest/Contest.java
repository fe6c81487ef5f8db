package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Statuses;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;

/** The offerings, applications and contestants, created before anything is timed. */
public final class Contest {

  /** The number of applications. */
  public static final int APPLICATIONS = 10_000;

  private static final long SEED = 2022;

  private static final ImmutableList<Offering> OFFERINGS =
      ImmutableList.of(
          offering("cheshire-wirral", "primary-development", 2022),
          offering("archimedes-ne", "primary-sustaining", 2021),
          offering("national", "primary-sustaining", 2024),
          offering("london-south-west", "primary-readiness", 2018),
          offering("london-south-west", "intervention-in-mastery", 2018),
          offering("london-south-west", "lesson-design", 2018),
          offering("london-south-west", "primary-mastery", 2018),
          offering("yorkshire-and-the-humber", "primary-readiness", 2024),
          offering("east-midlands-west", "primary-development", 2020),
          offering("cheshire-wirral", "primary-development", 2024),
          offering("boolean", "secondary-non-specialist-subject-knowledge", 2025),
          offering("boolean", "primary-development", 2024));

  private final PolicyBook book;
  private final ImmutableList<Policy> policies;
  private final Written written;
  private final Applications source;
  private final ImmutableList<Application> applications;
  private final Function<Application, Applicant> layout;

  private Contest(PolicyBook book, Path folder, int applications) {
    this.book = book;
    ImmutableList.Builder<Policy> all = ImmutableList.builder();
    for (int i = 0; i < OFFERINGS.size(); i++) {
      all.add(Policy.of(i, book, OFFERINGS.get(i)));
    }
    this.policies = all.build();
    Rows.are(policies);
    this.written = Written.of(policies, folder);
    this.layout = written.layout();
    this.source = new Applications(SEED, policies);
    this.applications = source.next(applications);
  }

  /** Creates a contest over the bundled packs; it writes to a folder. */
  public static Contest in(Path folder, int applications) {
    return new Contest(PolicyBook.bundled(), folder, applications);
  }

  private static Offering offering(String hub, String type, int year) {
    return Offering.of(hub, type, AcademicYear.startingIn(year));
  }

  /** The policies. */
  public ImmutableList<Policy> policies() {
    return policies;
  }

  /** The book of the policies. */
  public PolicyBook book() {
    return book;
  }

  /** The applications. */
  public ImmutableList<Application> applications() {
    return applications;
  }

  /** Returns this number of new applications; not thread-safe. */
  public ImmutableList<Application> more(int number) {
    return source.next(number);
  }

  /** The loader of the bean classes. */
  public ClassLoader loader() {
    return written.loader();
  }

  /** The bean class of a policy. */
  public Class<? extends Applicant> type(Policy policy) {
    return written.type(policy);
  }

  /** The cases of a policy, in Java. */
  public List<Case<Applicant>> cases(Policy policy) {
    return written.cases(policy);
  }

  /** The library's terms for an application. */
  public Terms terms(Application application) {
    return book.terms(application.offering(), application.school().kind());
  }

  /** The library, used as in the first lines of its README. */
  public Assessment byLibrary(Application application) {
    return terms(application).assess(application);
  }

  /** The library, the verdict only. */
  public Verdict verdict(Application application) {
    return terms(application).verdict(application);
  }

  /** The library, without explanation. */
  public Statuses statuses(Application application) {
    return terms(application).statuses(application);
  }

  /** The hand-written policies, without explanation. */
  public Decided decidedByHand(Application application) {
    return layout.apply(application).decide();
  }

  /** The hand-written policies. */
  public Judged byHand(Application application) {
    return layout.apply(application).judge();
  }

  /** All applications as beans for the rule engines. */
  public ImmutableList<Applicant> applicants() {
    ImmutableList<Applicant> applicants =
        applications.stream().map(layout).collect(ImmutableList.toImmutableList());
    applicants.forEach(Applicant::getPeople);
    return applicants;
  }

  /**
   * Checks that a contestant with batches of this size has the library's results.
   *
   * @throws IllegalStateException at the first application with a different result
   */
  public void check(Contestant contestant, int together) {
    List<Applicant> applicants = applicants();
    contestant.prepare(applicants);
    batches(applicants, together).forEach(contestant::judge);
    checkDecided(applicants.stream().map(Applicant::decided).toList());
  }

  /** Splits applicants into batches of at most this size, each for one offering. */
  public static ImmutableList<List<Applicant>> batches(List<Applicant> applicants, int together) {
    if (together == 1) {
      return applicants.stream()
          .<List<Applicant>>map(ImmutableList::of)
          .collect(ImmutableList.toImmutableList());
    }
    return applicants.stream()
        .collect(Collectors.groupingBy(Applicant::policy, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(ofOne -> Lists.partition(ofOne, together).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** Checks the hand-written policies, sentences included, and their statuses alone. */
  public void checkByHand() {
    check((i, expected) -> differences(expected, byHand(applications.get(i))));
    checkDecided(applications.stream().map(this::decidedByHand).toList());
  }

  private void checkDecided(List<Decided> decided) {
    check((i, expected) -> differences(expected, decided.get(i), policies.get(policy(i))));
  }

  private int policy(int application) {
    return OFFERINGS.indexOf(applications.get(application).offering());
  }

  private void check(BiFunction<Integer, Assessment, List<String>> differ) {
    for (int i = 0; i < applications.size(); i++) {
      Assessment expected = byLibrary(applications.get(i));
      List<String> differences = differ.apply(i, expected);
      if (!differences.isEmpty()) {
        throw new IllegalStateException(
            "application "
                + i
                + " to "
                + expected.offering()
                + " is not judged alike:\n"
                + String.join("\n", differences));
      }
    }
  }

  private static List<String> differences(Assessment expected, Decided decided, Policy policy) {
    List<String> differences = new ArrayList<>();
    compare(differences, "verdict", expected.verdict(), decided.verdict());
    compare(differences, "eligibility", expected.eligibility(), decided.eligibility());
    compare(differences, "application", expected.application(), decided.application());
    compare(differences, "commitments", expected.commitments(), decided.commitments());
    compare(
        differences,
        "statuses",
        expected.findings().stream()
            .collect(Collectors.toMap(f -> f.aspect() + " " + f.term(), Finding::status)),
        policy.rows().stream()
            .filter(row -> decided.statuses()[row.number()] != null)
            .collect(
                Collectors.toMap(
                    row -> row.term().aspect() + " " + row.term().id(),
                    row -> Objects.requireNonNull(decided.statuses()[row.number()]))));
    return differences;
  }

  private static List<String> differences(Assessment expected, Judged judged) {
    List<String> differences = new ArrayList<>();
    compare(differences, "verdict", expected.verdict(), judged.verdict());
    compare(differences, "eligibility", expected.eligibility(), judged.eligibility());
    compare(differences, "application", expected.application(), judged.application());
    compare(differences, "commitments", expected.commitments(), judged.commitments());
    Map<String, Found> byTerm =
        judged.findings().stream()
            .collect(
                Collectors.toMap(
                    found -> found.row().term().aspect() + " " + found.row().term().id(),
                    found -> found));
    compare(differences, "findings", expected.findings().size(), judged.findings().size());
    for (Finding finding : expected.findings()) {
      String term = finding.aspect() + " " + finding.term();
      Found found = byTerm.get(term);
      if (found == null) {
        differences.add(term + " is not found");
        continue;
      }
      compare(differences, term + " status", finding.status(), found.status());
      compare(differences, term + " read", finding.read(), found.read());
      compare(differences, term + " needed", finding.needed(), found.row().needed());
      compare(differences, term + " source", finding.citation(), found.row().term().citation());
      compare(differences, term + " sentence", finding.sentence(), found.sentence());
      compare(differences, term + " missing", finding.missing(), found.missing());
    }
    return differences;
  }

  private static void compare(
      List<String> differences, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      differences.add(what + ": expected `" + expected + "`, found `" + found + "`");
    }
  }
}
