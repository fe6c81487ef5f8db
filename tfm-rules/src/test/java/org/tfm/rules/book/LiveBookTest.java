package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

class LiveBookTest {

  private static final int RELOADS = Integer.getInteger("tfm.reloads", 300);

  private final ExecutorService executor = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private static PolicyBook bookOf(String hub, int schools) {
    return PolicyBook.builder().files(SmallPacks.groupsOfAtLeast(hub, schools)).build();
  }

  private static String size(PolicyBook book, String hub) {
    Terms terms =
        book.terms(Offering.of(hub, "primary-development", AcademicYear.startingIn(2022)));
    return terms.find("group-size").orElseThrow().sentence();
  }

  private static String atLeast(int schools) {
    return "The group must have at least " + schools + (schools == 1 ? " school." : " schools.");
  }

  @Test
  void aReloadSwapsTheBookAndDecisionsInFlightKeepTheirs() throws Exception {
    AtomicInteger schools = new AtomicInteger(6);
    LiveBook live = LiveBook.open(() -> bookOf("here", schools.get()), executor);
    PolicyBook inFlight = live.book();
    schools.set(7);
    assertThat(size(live.reload().get(), "here")).isEqualTo(atLeast(7));
    assertThat(size(live.book(), "here")).isEqualTo(atLeast(7));
    assertThat(size(inFlight, "here")).isEqualTo(atLeast(6));
    assertThat(live.book().hash()).isNotEqualTo(inFlight.hash());
  }

  @Test
  void aListenerIsToldOfEachReloadAndOfEachDecision() throws Exception {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    ReloadListener listener =
        new ReloadListener() {
          @Override
          public void reloaded(PolicyBook book) {
            told.add("reloaded " + book.packs().size());
          }

          @Override
          public void reloadFailed(Throwable failure) {
            told.add("failed " + failure.getMessage());
          }
        };
    AtomicInteger loads = new AtomicInteger();
    LiveBook live =
        LiveBook.open(
            () -> {
              switch (loads.incrementAndGet()) {
                case 2 -> throw new IllegalStateException("no disk");
                case 3 -> throw new OutOfMemoryError("no memory");
                default -> {
                  return PolicyBook.builder()
                      .files(SmallPacks.groupsOfAtLeast("here", 6))
                      .listener(decision -> told.add("decided " + decision.verdict()))
                      .build();
                }
              }
            },
            executor,
            listener);
    assertThatThrownBy(live.reload()::get).hasRootCauseMessage("no disk");
    assertThatThrownBy(live.reload()::get).hasRootCauseMessage("no memory");
    assertThat(live.lastFailure()).get().isInstanceOf(OutOfMemoryError.class);
    live.reload().get();
    assertThat(live.lastFailure()).isEmpty();
    WorkGroup group =
        WorkGroup.builder()
            .offering(Offering.of("here", "primary-development", AcademicYear.startingIn(2022)))
            .schools(List.of())
            .build();
    live.book().decide(group);
    assertThat(told)
        .containsExactly("failed no disk", "failed no memory", "reloaded 1", "decided NO");
  }

  @Test
  void aDecisionThatCannotBeAuditedIsNotGiven() {
    PolicyBook book =
        PolicyBook.builder()
            .files(SmallPacks.groupsOfAtLeast("here", 6))
            .listener(
                decision -> {
                  throw new IllegalStateException("the audit log is full");
                })
            .build();
    WorkGroup group =
        WorkGroup.builder()
            .offering(Offering.of("here", "primary-development", AcademicYear.startingIn(2022)))
            .build();
    assertThatThrownBy(() -> book.decide(group)).hasMessage("the audit log is full");
  }

  @Test
  void aReloadThatFailsKeepsTheOldBookAndSaysWhy() throws Exception {
    AtomicInteger schools = new AtomicInteger(6);
    LiveBook live =
        LiveBook.open(
            () ->
                schools.get() > 6
                    ? PolicyBook.builder()
                        .files(PackFiles.of("here", Map.of("publisher.yaml", "language: 7")))
                        .build()
                    : bookOf("here", schools.get()),
            executor);
    assertThat(live.lastFailure()).isEmpty();
    schools.set(7);
    assertThatThrownBy(() -> live.reload().get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InvalidInputException.class);
    assertThat(live.lastFailure().orElseThrow()).hasMessageContaining("here/publisher.yaml");
    assertThat(size(live.book(), "here")).isEqualTo(atLeast(6));
    schools.set(5);
    live.reload().get();
    assertThat(live.lastFailure()).isEmpty();
  }

  @Tag("slow")
  @Test
  void manyReloadsLeaveMetaspaceAndHeapFlat() throws Exception {
    AtomicInteger schools = new AtomicInteger(0);
    // The contents are always new, so each reload runs the rule engine.
    LiveBook live = LiveBook.open(() -> bookOf("flat", schools.incrementAndGet()), executor);
    for (int i = 0; i < 30; i++) {
      live.reload().get();
    }
    long metaspace = used("Metaspace");
    long heap = heap();
    for (int i = 0; i < RELOADS; i++) {
      live.reload().get();
    }
    assertThat(used("Metaspace") - metaspace).isLessThan(8_000_000);
    assertThat(heap() - heap).isLessThan(16_000_000);
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long used(String pool) {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(one -> one.getName().equals(pool))
        .map(MemoryPoolMXBean::getUsage)
        .findFirst()
        .orElseThrow()
        .getUsed();
  }

  @Test
  void fiftyPacksCompiledAtTheSameTimeNeverSeeEachOthersRules() throws Exception {
    ExecutorService eight = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> compile = new ArrayList<>();
      for (int i = 1; i <= 50; i++) {
        int schools = i;
        String hub = "hub-" + i;
        compile.add(() -> size(bookOf(hub, schools), hub));
      }
      List<Future<String>> sizes = eight.invokeAll(compile);
      for (int i = 1; i <= 50; i++) {
        assertThat(sizes.get(i - 1).get()).isEqualTo(atLeast(i));
      }
    } finally {
      eight.shutdownNow();
    }
  }
}
