package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ProspectPropertyTest {

  @Property
  void andAndOrAreCommutative(@ForAll Prospect a, @ForAll Prospect b) {
    assertThat(a.and(b)).isEqualTo(b.and(a));
    assertThat(a.or(b)).isEqualTo(b.or(a));
  }

  @Property
  void andAndOrAreAssociative(@ForAll Prospect a, @ForAll Prospect b, @ForAll Prospect c) {
    assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
    assertThat(a.or(b).or(c)).isEqualTo(a.or(b.or(c)));
  }

  @Property
  void deMorganHolds(@ForAll Prospect a, @ForAll Prospect b) {
    assertThat(a.and(b).negate()).isEqualTo(a.negate().or(b.negate()));
    assertThat(a.or(b).negate()).isEqualTo(a.negate().and(b.negate()));
  }

  @Property
  void andAndOrAreIdempotent(@ForAll Prospect a) {
    assertThat(a.and(a)).isEqualTo(a);
    assertThat(a.or(a)).isEqualTo(a);
    assertThat(a.either(a)).isEqualTo(a);
  }

  @Property
  void trueAndFalseAreNeutralAndAbsorbing(@ForAll Prospect a) {
    assertThat(a.and(Prospect.TRUE)).isEqualTo(a);
    assertThat(a.or(Prospect.FALSE)).isEqualTo(a);
    assertThat(a.and(Prospect.FALSE)).isEqualTo(Prospect.FALSE);
    assertThat(a.or(Prospect.TRUE)).isEqualTo(Prospect.TRUE);
  }

  @Property
  void moreKnowledgeNeverAddsPossibleOutcomes(
      @ForAll Prospect poor,
      @ForAll Prospect full,
      @ForAll Prospect poorOther,
      @ForAll Prospect fullOther) {
    if (!poor.includes(full) || !poorOther.includes(fullOther)) {
      return;
    }
    assertThat(poor.and(poorOther).includes(full.and(fullOther))).isTrue();
    assertThat(poor.or(poorOther).includes(full.or(fullOther))).isTrue();
    assertThat(poor.either(poorOther).includes(full.either(fullOther))).isTrue();
    assertThat(poor.insteadOfFalse(poorOther).includes(full.insteadOfFalse(fullOther))).isTrue();
    assertThat(poor.negate().includes(full.negate())).isTrue();
  }
}
