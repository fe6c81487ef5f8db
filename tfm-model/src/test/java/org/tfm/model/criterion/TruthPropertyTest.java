package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TruthPropertyTest {

  @Property
  void orderOfPartsIsOfNoMatter(@ForAll Truth a, @ForAll Truth b) {
    assertThat(a.and(b)).isEqualTo(b.and(a));
    assertThat(a.or(b)).isEqualTo(b.or(a));
  }

  @Property
  void groupingOfPartsIsOfNoMatter(@ForAll Truth a, @ForAll Truth b, @ForAll Truth c) {
    assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
    assertThat(a.or(b).or(c)).isEqualTo(a.or(b.or(c)));
  }

  @Property
  void eachDistributesOverTheOther(@ForAll Truth a, @ForAll Truth b, @ForAll Truth c) {
    assertThat(a.and(b.or(c))).isEqualTo(a.and(b).or(a.and(c)));
    assertThat(a.or(b.and(c))).isEqualTo(a.or(b).and(a.or(c)));
  }

  @Property
  void deMorganHolds(@ForAll Truth a, @ForAll Truth b) {
    assertThat(a.and(b).negate()).isEqualTo(a.negate().or(b.negate()));
    assertThat(a.or(b).negate()).isEqualTo(a.negate().and(b.negate()));
  }

  @Property
  void negatedTwiceIsTheSame(@ForAll Truth a) {
    assertThat(a.negate().negate()).isEqualTo(a);
  }

  @Property
  void aPartRepeatedChangesNothingAndOneAbsorbsTheOther(@ForAll Truth a, @ForAll Truth b) {
    assertThat(a.and(a)).isEqualTo(a);
    assertThat(a.or(a)).isEqualTo(a);
    assertThat(a.and(a.or(b))).isEqualTo(a);
    assertThat(a.or(a.and(b))).isEqualTo(a);
  }

  @Property
  void trueAndFalseAreNeutralAndAbsorbing(@ForAll Truth a) {
    assertThat(a.and(Truth.TRUE)).isEqualTo(a);
    assertThat(a.or(Truth.FALSE)).isEqualTo(a);
    assertThat(a.and(Truth.FALSE)).isEqualTo(Truth.FALSE);
    assertThat(a.or(Truth.TRUE)).isEqualTo(Truth.TRUE);
  }

  @Property
  void whatIsSettledStaysSettledWhenMoreIsKnown(
      @ForAll Truth poor, @ForAll Truth full, @ForAll Truth poorOther, @ForAll Truth fullOther) {
    if (!mayBecome(poor, full) || !mayBecome(poorOther, fullOther)) {
      return;
    }
    assertThat(mayBecome(poor.and(poorOther), full.and(fullOther))).isTrue();
    assertThat(mayBecome(poor.or(poorOther), full.or(fullOther))).isTrue();
    assertThat(mayBecome(poor.negate(), full.negate())).isTrue();
  }

  /** Whether more knowledge may turn the one into the other. */
  private static boolean mayBecome(Truth poor, Truth full) {
    return !poor.isKnown() || poor == full;
  }

  @Example
  void notKnowingIsNeitherTrueNorFalse() {
    assertThat(Truth.UNKNOWN.isKnown()).isFalse();
    assertThat(Truth.UNKNOWN.or(Truth.UNKNOWN.negate())).isEqualTo(Truth.UNKNOWN);
    assertThat(Truth.of(true)).isEqualTo(Truth.TRUE);
    assertThat(Truth.of(false)).isEqualTo(Truth.FALSE);
  }
}
