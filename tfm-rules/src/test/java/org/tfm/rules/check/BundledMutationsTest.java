package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The worked cases of the bundled packs detect small mistakes in the rules. */
class BundledMutationsTest {

  @Tag("slow")
  @Test
  void everySmallChangeOfABundledTermIsNoticedByACase() {
    PackMutations found = PackMutations.of(PackFolder.read(Path.of("src/main/resources/policies")));
    assertThat(found.alive()).isEmpty();
    assertThat(found.mutants()).isGreaterThan(350);
    // So few that leaving them out hides nothing.
    assertThat(found.unseen()).as("of %d", found.mutants()).isLessThan(found.mutants() / 10);
  }
}
