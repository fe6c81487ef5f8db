package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.term.Citation;

/** The parsed rules of a pack, before the engine runs them. */
class PackTest {

  private static final String THEN = "terms.provision(\"a\").that(\"it is so\");";

  private static Pack pack(String rules) {
    return Pack.parse(SmallPacks.files(SmallPacks.PUBLISHER, SmallPacks.PACKAGE + rules));
  }

  @Test
  void aRuleKnowsItsSourcesAndItsDays() {
    String plain = SmallPacks.rule("plain", THEN);
    String annotated =
        SmallPacks.rule("full", THEN)
            .replace(
                "when",
                "@Reading(\"so\") @Protected(\"core\") @Derogation(\"flyer : a letter\")"
                    + " @EffectiveFrom(\"2022-10-01\") @EffectiveUntil(\"2023-03-31\")\nwhen");
    Pack pack = pack(plain + annotated);
    PackRule one = pack.rules().get(0);
    assertThat(one.citation()).isEqualTo(new Citation("flyer", "plain", Optional.empty()));
    assertThat(one.guarded()).isFalse();
    assertThat(one.derogation()).isEmpty();
    assertThat(one.from()).isEmpty();
    assertThat(one.until()).isEmpty();
    PackRule other = pack.rules().get(1);
    assertThat(other.citation()).isEqualTo(new Citation("flyer", "full", Optional.of("so")));
    assertThat(other.guarded()).isTrue();
    assertThat(other.derogation()).contains(new Citation("flyer", "a letter", Optional.empty()));
    assertThat(other.from()).contains(LocalDate.of(2022, 10, 1));
    assertThat(other.until()).contains(LocalDate.of(2023, 3, 31));
  }

  private static final String NESTED =
      "SchoolKind( !(special && phase in (PRIMARY, NURSERY)) || country != ENGLAND )";

  @Test
  void nestedConditionsOnASchoolAreFound() {
    assertThat(pack(SmallPacks.rule("nested", NESTED, THEN)).rules().get(0).asks())
        .containsExactlyInAnyOrder("special", "phase", "country");
    assertThat(pack(SmallPacks.rule("plain", THEN)).rules().get(0).asks()).isEmpty();
  }

  @Test
  void conditionsAreHandedToTheEngineAsTheyStand() {
    assertThat(pack(SmallPacks.rule("nested", NESTED, THEN)).engineSource())
        .hasEntrySatisfying(
            "primary-development.drl",
            source ->
                assertThat(source.replaceAll("org\\.tfm\\.model\\.\\w+\\.", ""))
                    .contains(
                        "SchoolKind((!((special == true && (phase == Phase.PRIMARY"
                            + " || phase == Phase.NURSERY))) || (country != Country.ENGLAND)))"));
  }

  @Test
  void theHashIsThatOfNamesAndTextsOfWhatDecides() {
    Map<String, String> texts =
        Map.of(PackFiles.PUBLISHER, "publisher", "a.drl", "rules", "a.cases.yaml", "cases");
    String hash = hash(texts);
    assertThat(hash).matches("sha256:[0-9a-f]{64}");
    assertThat(hash(with(texts, "a.cases.yaml", "other cases"))).isEqualTo(hash);
    assertThat(hash(with(texts, "a.drl", "other rules"))).isNotEqualTo(hash);
    assertThat(hash(with(texts, "b.drl", ""))).isNotEqualTo(hash);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFFone\ntwo\n", "one\r\ntwo\r\n", "one\rtwo\r", "\uFEFFone\r\ntwo\n"})
  void theHashDoesNotDependOnTheEditor(String text) {
    Map<String, String> texts = Map.of(PackFiles.PUBLISHER, "one\ntwo\n", "a.drl", "one\ntwo\n");
    assertThat(hash(with(texts, "a.drl", text))).isEqualTo(hash(texts));
    assertThat(hash(with(texts, PackFiles.PUBLISHER, text))).isEqualTo(hash(texts));
    assertThat(hash(with(texts, "a.drl", "one\n\uFEFFtwo\n"))).isNotEqualTo(hash(texts));
  }

  private static String hash(Map<String, String> texts) {
    return PackFiles.of("folder", texts).hash();
  }

  private static Map<String, String> with(Map<String, String> texts, String file, String text) {
    Map<String, String> all = new TreeMap<>(texts);
    all.put(file, text);
    return all;
  }
}
