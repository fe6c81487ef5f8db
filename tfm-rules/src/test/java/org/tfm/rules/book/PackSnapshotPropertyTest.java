package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

class PackSnapshotPropertyTest {

  private static final ImmutableList<String> WHEN =
      ImmutableList.of(
          "",
          "SchoolKind( phase == PRIMARY )",
          "SchoolKind( special )",
          "SchoolKind( country != ENGLAND )");
  private static final ImmutableList<String> DAYS =
      ImmutableList.of(
          "",
          "    @EffectiveFrom(\"2022-11-01\")\n",
          "    @EffectiveUntil(\"2023-02-28\")\n",
          "    @EffectiveFrom(\"2022-12-01\") @EffectiveUntil(\"2023-04-30\")\n");

  /** The rules of a pack; each has its own term: they do not contradict each other. */
  @Provide
  Arbitrary<List<String>> rules() {
    Arbitrary<String> rule =
        Combinators.combine(
                Arbitraries.of(WHEN), Arbitraries.of(DAYS), Arbitraries.integers().between(1, 9))
            .as(
                (when, days, number) ->
                    SmallPacks.rule(
                            "NAME",
                            when,
                            "terms.application(\"NAME\").must(leadParticipants().isAtLeast("
                                + number
                                + "));")
                        .replace("    @Cites", days + "    @Cites"));
    return rule.list().ofMinSize(1).ofMaxSize(4);
  }

  private static PackFiles pack(String hub, String year, String base, List<String> rules) {
    String[] named = new String[rules.size()];
    for (int i = 0; i < named.length; i++) {
      named[i] = rules.get(i).replace("NAME", "people-" + i);
    }
    return SmallPacks.files(hub, year, base, named);
  }

  @Property(tries = 25)
  void aSnapshotDecidesAsItsRulesDo(
      @ForAll("rules") List<String> below,
      @ForAll("rules") List<String> above,
      @ForAll boolean isDated) {
    PackFiles base = pack("base", "", "", below);
    PackFiles top = pack("top", isDated ? "2022/23" : "", "base", above);
    PolicyBook book = PolicyBook.builder().files(base).files(top).build();
    PolicyBook.Builder again = PolicyBook.builder();
    book.packs()
        .forEach(pack -> again.snapshot(PackSnapshot.parse(book.snapshot(pack.id()).write())));
    PackSnapshotTest.assertDecideAlike(book, again.build());
  }
}
