package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

class CompiledPacksTest {

  private static final String CASES = "primary-development.cases.yaml";

  private static PackFiles pack(String folder, String hub, int schools) {
    return PackFiles.of(folder, texts(hub, schools));
  }

  private static Map<String, String> texts(String hub, int schools) {
    return SmallPacks.groupsOfAtLeast(hub, schools).texts();
  }

  private static PackPolicy policy(PackFiles files) {
    return CompiledPacks.policy(files, work -> {});
  }

  @Test
  void theSameContentIsNotCompiledAgainWhateverItsFolder() {
    PackPolicy first = policy(pack("here", "kept", 6));
    assertThat(policy(pack("here", "kept", 6))).isSameAs(first);
    assertThat(policy(pack("there", "kept", 6))).isSameAs(first);
  }

  @Test
  void aSnapshotEqualsACompiledPack() {
    PackFiles files = pack("here", "anew", 6);
    policy(files);
    assertThat(policy(files)).isEqualTo(PackCompiler.compile(Pack.parse(files)));
  }

  @Test
  void anotherTextOrAnotherFileIsAnotherPack() {
    PackPolicy six = policy(pack("here", "other", 6));
    PackPolicy seven = policy(pack("here", "other", 7));
    assertThat(seven).isNotEqualTo(six);
    Map<String, String> renamed = new TreeMap<>(texts("other", 6));
    String rules = String.valueOf(renamed.remove("primary-development.drl"));
    renamed.put("group.drl", rules.replace("y2022_23.primary_development", "y2022_23.group"));
    PackPolicy elsewhere = policy(PackFiles.of("here", renamed));
    assertThat(elsewhere.to("primary-development").get(0).rule().file()).isEqualTo("group.drl");
    assertThat(six.to("primary-development").get(0).rule().file())
        .isEqualTo("primary-development.drl");
  }

  /** Two files whose concatenated names and texts equal those of a single file. */
  @Test
  void differentFilesWithTheSameJoinedTextHaveDifferentHashes() {
    PackPolicy two =
        policy(
            PackFiles.of(
                "here",
                with(
                    texts("joined", 6),
                    Map.of("primary.drl", "package joined.y2022_23.primary\n"))));
    Map<String, String> one = new TreeMap<>(texts("joined", 6));
    one.merge(
        "primary-development.drl",
        "\0primary.drl\0package joined.y2022_23.primary\n",
        String::concat);
    PackFiles hostile = PackFiles.of("here", one);
    assertThat(hostile.hash()).isEqualTo(two.hash());
    assertThatThrownBy(() -> policy(hostile))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("here/primary-development.drl");
  }

  @Test
  void aPackWithOtherWorkedCasesHasTheSamePolicy() {
    PackPolicy without = policy(pack("here", "cases", 6));
    assertThat(policy(PackFiles.of("here", with(texts("cases", 6), Map.of(CASES, "cases: []\n")))))
        .isEqualTo(without);
  }

  @Test
  void aRefusedPackIsReadAgainAndNamesItsOwnFolder() {
    for (String folder : List.of("here", "there", "here")) {
      assertThatThrownBy(() -> policy(PackFiles.of(folder, Map.of("publisher.yaml", ""))))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(folder + "/publisher.yaml");
    }
  }

  @Test
  void threadsThatLoadTheSameContentAtOnceShareOnePolicy() throws Exception {
    int threads = 4;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (int schools = 1; schools <= 10; schools++) {
        int size = schools;
        CyclicBarrier together = new CyclicBarrier(threads);
        List<Callable<PackPolicy>> loads =
            Collections.nCopies(
                threads,
                () -> {
                  together.await();
                  return policy(pack("here", "shared", size));
                });
        Set<PackPolicy> policies = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Future<PackPolicy> loaded : executor.invokeAll(new ArrayList<>(loads))) {
          policies.add(loaded.get());
        }
        assertThat(policies).hasSize(1);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static Map<String, String> with(Map<String, String> texts, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(texts);
    all.putAll(more);
    return all;
  }
}
