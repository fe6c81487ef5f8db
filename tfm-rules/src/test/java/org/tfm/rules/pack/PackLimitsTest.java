package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A pack can be large, and not so large that loading it holds a thread. */
class PackLimitsTest {

  private static String rules(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(
            i -> SmallPacks.rule("r" + i, "terms.provision(\"r" + i + "\").that(\"it is so\");"))
        .collect(Collectors.joining());
  }

  private static PackFiles pack(int rulesOfTheLastFile) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        PackFiles.PUBLISHER,
        SmallPacks.PUBLISHER.replace(
            "offers: [primary-development]", "offers: [primary-development, one, two]"));
    files.put("primary-development.drl", SmallPacks.PACKAGE + rules(0, 1_000));
    files.put(
        "one.drl", SmallPacks.PACKAGE.replace("primary_development", "one") + rules(1_000, 999));
    files.put(
        "two.drl",
        SmallPacks.PACKAGE.replace("primary_development", "two")
            + rules(2_000, rulesOfTheLastFile));
    return PackFiles.of("folder", files);
  }

  @Test
  void aPackHasAtMostTwoThousandRules() {
    assertThat(Pack.parse(pack(1)).rules()).hasSize(2_000);
    assertThatThrownBy(() -> Pack.parse(pack(2)))
        .hasMessage("folder: the pack has 2001 rules; a pack has at most 2000");
  }

  @Test
  void aPackOffersAtMostAHundredTypes() {
    String types =
        IntStream.rangeClosed(1, 101).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
    String publisher = SmallPacks.PUBLISHER.replace("[primary-development]", "[" + types + "]");
    assertThatThrownBy(() -> Pack.parse(SmallPacks.files(publisher, SmallPacks.PACKAGE)))
        .hasMessageContaining("`offers` names 101 types; a pack has at most 100");
    assertThat(
            Pack.parse(SmallPacks.files(publisher.replace(", t101", ""), SmallPacks.PACKAGE))
                .publisher()
                .offers())
        .hasSize(100);
  }
}
