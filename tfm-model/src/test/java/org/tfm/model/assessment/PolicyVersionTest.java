package org.tfm.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tfm.model.problem.InvalidInputException;

class PolicyVersionTest {

  private static PolicyVersion version(int packs, int hashes) {
    return new PolicyVersion(
        "sha256:b",
        ImmutableList.of("a", "b", "c").subList(0, packs),
        ImmutableList.of("sha256:1", "sha256:2", "sha256:3").subList(0, hashes),
        "0.1.0",
        LocalDate.of(2022, 9, 1));
  }

  @Test
  void eachPackHasAHash() {
    assertThat(version(2, 2).hashes()).hasSize(2);
    for (int hashes : new int[] {0, 1, 3}) {
      assertThatThrownBy(() -> version(2, hashes))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("hashes: expected a hash for each of the 2 packs; there are " + hashes);
    }
  }
}
