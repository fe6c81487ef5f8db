package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tfm.model.school.SchoolKind;

/** The JSON form of the kinds of school that a rule applies to. */
class KindSetTest {

  private static final List<SchoolKind> SPECIAL =
      SchoolKind.all().stream().filter(SchoolKind::isSpecial).toList();

  @Test
  void aSetHoldsItsKindsAndNoOthersAfterItWasWrittenAndReadToo() {
    KindSet special = KindSet.of(SPECIAL);
    KindSet read = KindSet.parse(special.toString());
    assertThat(read).isEqualTo(special).hasSameHashCodeAs(special);
    for (SchoolKind kind : SchoolKind.all()) {
      assertThat(special.contains(kind)).isEqualTo(kind.isSpecial());
      assertThat(read.contains(kind)).isEqualTo(kind.isSpecial());
    }
  }

  @Test
  void allKindsAreOneWord() {
    KindSet all = KindSet.of(SchoolKind.all());
    assertThat(all).hasToString("all").isNotEqualTo(KindSet.of(SPECIAL));
    assertThat(KindSet.parse("all")).isEqualTo(all);
    assertThat(SchoolKind.all()).allMatch(KindSet.parse("all")::contains);
  }
}
