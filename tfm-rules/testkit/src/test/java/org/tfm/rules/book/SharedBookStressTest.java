package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterTry;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.document.Application;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;
import org.tfm.testkit.TfmArbitraries;

/**
 * Eight threads decide with one shared book while it is reloaded: every answer equals the answer of
 * a single thread, with either the old book or the new one and never a mixture.
 */
class SharedBookStressTest {

  private static final int READERS = 8;
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int FEWEST_RELOADS = 6;
  private static final int MOST_RELOADS = 400;
  private static final int RECOMPILED_ONE_IN = 7;

  private static final int OFFERINGS_ONE_IN = 3;

  private static final Offering HERE =
      Offering.of("here", "primary-development", AcademicYear.startingIn(2024));

  private static final PackPolicy SIX = compiled(6);
  private static final PackPolicy SEVEN = compiled(7);
  private static final ImmutableList<Question> QUESTIONS = questions(book(SIX));

  private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
  private final ExecutorService loaders = Executors.newFixedThreadPool(2);

  @AfterTry
  void stop() {
    readers.shutdownNow();
    loaders.shutdownNow();
  }

  /** A document and the day on which it is assessed, the same for every book. */
  private interface Question {
    Assessment ask(PolicyBook book);
  }

  /** A pack whose assessments differ in every part with this number. */
  private static PackFiles pack(int number) {
    return PackFiles.of(
        "here",
        Map.of(
            "publisher.yaml",
            """
            language: 1
            hub: here
            name: A hub
            year: 2024/25
            offers: [primary-development]
            sources:
              flyer: { title: A flyer, publisher: A hub, last-checked: 2026-01-01 }
            facts:
              keen: { kind: yes-no, label: it is keen, question: "Is it keen %1$d times?" }
            """
                .formatted(number),
            "primary-development.drl",
            """
            package here.y2024_25.primary_development
            rule "release-time"
                @Cites("flyer: page %1$d")
            when
                Offering( type == "primary-development" )
            then
                terms.commitment("release-time").must(combinedRelease().isAtLeast(days(%1$d)));
            end
            rule "group-size"
                @Cites("flyer: page %1$d")
            when
                Offering( type == "primary-development" )
            then
                terms.group("group-size").must(schools().isAtLeast(%1$d));
            end
            rule "keen"
                @Cites("flyer: page %1$d")
            when
                SchoolKind( phase == PRIMARY )
            then
                terms.eligibility("committed-to-mastery").must(terms.answer("keen").isConfirmed());
            end
            rule "support-visits"
                @Cites("flyer: page %1$d") @EffectiveFrom("2025-01-01")
            when
                Offering( type == "primary-development" )
            then
                terms.progress("support-visits").must(visits().isAtLeast(%1$d));
            end
            """
                .formatted(number)));
  }

  private static PackPolicy compiled(int number) {
    return PackCompiler.compile(Pack.parse(pack(number)));
  }

  /** A new book with empty caches: the bundled packs and one of two generations. */
  private static PolicyBook book(PackPolicy policy) {
    PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
    builder.add(policy.entry(), () -> policy);
    return builder.build();
  }

  private static ImmutableList<Question> questions(PolicyBook book) {
    Random random = new Random(20_261_126);
    ImmutableList.Builder<Question> questions = ImmutableList.builder();
    ImmutableList<Offering> offerings =
        book.packs().stream()
            .flatMap(
                pack ->
                    pack.offers().stream()
                        .map(
                            type ->
                                Offering.of(
                                    pack.hub().id(),
                                    type,
                                    pack.year().orElse(AcademicYear.startingIn(2021)))))
            .collect(ImmutableList.toImmutableList());
    for (int i = 0; i < offerings.size(); i++) {
      Offering offering = offerings.get(i);
      boolean changes = offering.equals(HERE);
      if (changes || i % OFFERINGS_ONE_IN == 0) {
        TfmArbitraries documents = TfmArbitraries.of(book, offering);
        for (Application one : some(documents.applications(), changes ? 60 : 12, random)) {
          PartialSchoolKind kind = one.school().kind();
          LocalDate day = day(offering, random);
          questions.add(shared -> shared.terms(offering, kind, day).assess(one));
        }
        for (WorkGroup one : some(documents.groups(), changes ? 20 : 4, random)) {
          LocalDate day = day(offering, random);
          questions.add(
              shared -> shared.terms(offering, PartialSchoolKind.unknown(), day).assess(one));
        }
        for (Progress one : some(documents.progress(), changes ? 20 : 4, random)) {
          PartialSchoolKind kind = one.school().kind();
          LocalDate day = day(offering, random);
          questions.add(shared -> shared.terms(offering, kind, day).assess(one));
        }
      }
    }
    return questions.build();
  }

  private static <T> List<T> some(Arbitrary<T> documents, int count, Random random) {
    var generator = documents.generator(1_000);
    List<T> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(generator.next(random).value());
    }
    return some;
  }

  private static LocalDate day(Offering offering, Random random) {
    return offering.year().firstDay().plusDays(random.nextInt(365));
  }

  /** The answers of a single thread to all questions, as JSON. */
  private static ImmutableList<String> answers(PolicyBook book, List<Question> questions) {
    return questions.stream()
        .map(question -> TfmJson.write(question.ask(book)))
        .collect(ImmutableList.toImmutableList());
  }

  @Example
  void manyThreadsDecideLikeOneThreadDuringReloads() throws Exception {
    ImmutableMap<String, ImmutableList<String>> expected =
        ImmutableMap.of(
            book(SIX).hash(), answers(book(SIX), QUESTIONS),
            book(SEVEN).hash(), answers(book(SEVEN), QUESTIONS));
    assertThat(withoutVersion(answers(expected, book(SIX))))
        .isNotEqualTo(withoutVersion(answers(expected, book(SEVEN))));

    AtomicInteger loaded = new AtomicInteger();
    Map<PolicyBook, Integer> generations = new ConcurrentHashMap<>();
    LiveBook live =
        LiveBook.open(
            () -> {
              int generation = loaded.getAndIncrement();
              PackPolicy policy = generation % 2 == 0 ? SIX : SEVEN;
              PolicyBook next =
                  book(
                      generation % RECOMPILED_ONE_IN == 0
                          ? compiled(generation % 2 == 0 ? 6 : 7)
                          : policy);
              generations.put(next, generation);
              return next;
            },
            loaders);

    AtomicBoolean over = new AtomicBoolean();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    CyclicBarrier start = new CyclicBarrier(READERS + 1);
    List<Future<Integer>> decided = new ArrayList<>();
    for (int reader = 0; reader < READERS; reader++) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < QUESTIONS.size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, new Random(reader));
      decided.add(
          readers.submit(
              () -> {
                start.await();
                int decisions = 0;
                int latest = -1;
                while (!over.get()) {
                  int number = order.get(decisions++ % order.size());
                  PolicyBook book = live.book();
                  int generation = generations.getOrDefault(book, -1);
                  assertThat(generation).as("no older book again").isGreaterThanOrEqualTo(latest);
                  latest = generation;
                  Assessment assessment = QUESTIONS.get(number).ask(book);
                  assertThat(assessment.policy().book()).isEqualTo(book.hash());
                  assertThat(TfmJson.write(assessment))
                      .isEqualTo(answers(expected, book).get(number));
                  seen.add(book.hash());
                }
                return decisions;
              }));
    }

    start.await();
    long end = System.nanoTime() + LONGEST.toNanos();
    int reloads = 0;
    while (reloads < FEWEST_RELOADS || (reloads < MOST_RELOADS && System.nanoTime() < end)) {
      PolicyBook reloaded = live.reload().get();
      assertThat(live.book()).isSameAs(reloaded);
      reloads++;
    }
    over.set(true);
    for (Future<Integer> one : decided) {
      assertThat(one.get()).isPositive();
    }
    assertThat(seen).isEqualTo(expected.keySet());
  }

  private static List<String> answers(
      Map<String, ImmutableList<String>> expected, PolicyBook book) {
    return expected.getOrDefault(book.hash(), ImmutableList.of());
  }

  private static List<String> withoutVersion(List<String> answers) {
    return answers.stream().map(json -> json.replaceAll("sha256:[0-9a-f]+", "")).toList();
  }

  @Example
  void ofManyReloadsAtTheSameTimeTheLastIsInUse() throws Exception {
    AtomicInteger loads = new AtomicInteger();
    Map<PolicyBook, Integer> generations = new ConcurrentHashMap<>();
    LiveBook live =
        LiveBook.open(
            () -> {
              PolicyBook next = book(SIX);
              generations.put(next, loads.getAndIncrement());
              return next;
            },
            readers);
    List<CompletableFuture<PolicyBook>> reloads = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      reloads.add(live.reload());
    }
    for (CompletableFuture<PolicyBook> reload : reloads) {
      reload.get();
    }
    assertThat(loads).hasValue(201);
    assertThat(generations).containsEntry(live.book(), 200);
  }

  @Example
  void threadsThatAskANewBookTheSameFirstQuestionGetTheSameAnswer() throws Exception {
    ImmutableList<String> expected = answers(book(SIX), QUESTIONS);
    for (int round = 0; round < 20; round++) {
      PolicyBook cold = book(SIX);
      CyclicBarrier start = new CyclicBarrier(READERS);
      int first = round * QUESTIONS.size() / 20;
      Callable<ImmutableList<String>> reader =
          () -> {
            start.await();
            return answers(cold, QUESTIONS.subList(first, first + 5));
          };
      for (Future<ImmutableList<String>> one :
          readers.invokeAll(Collections.nCopies(READERS, reader))) {
        assertThat(one.get()).isEqualTo(expected.subList(first, first + 5));
      }
    }
  }
}
