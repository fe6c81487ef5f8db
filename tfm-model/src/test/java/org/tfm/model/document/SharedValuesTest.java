package org.tfm.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tfm.model.criterion.Value;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;

class SharedValuesTest {

  @Test
  void sharedNumbersEqualNewOnes() {
    for (String digits :
        new String[] {"0", "7", "99", "100", "101", "1000", "-1", "-12", "0.5", "12345678901"}) {
      BigDecimal number = new BigDecimal(digits);

      assertThat(SharedValues.number(number)).contains(Value.Quantity.of(number));
    }
    for (int number : new int[] {-1, 0, 1, 100, 101, 1_000_000}) {
      assertThat(SharedValues.number(number)).contains(Value.Quantity.of(number));
    }
    assertThat(SharedValues.number(7)).isSameAs(SharedValues.number(new BigDecimal("7")));
  }

  @Test
  void halfDaysAreConvertedToDays() {
    for (int halfDays = 0; halfDays < 1_000; halfDays++) {
      BigDecimal days = BigDecimal.valueOf(halfDays).divide(BigDecimal.valueOf(2));

      assertThat(SharedValues.days(halfDays, false)).contains(new Value.Quantity(days, false));
      assertThat(SharedValues.days(halfDays, true)).contains(new Value.Quantity(days, true));
    }
  }

  @Test
  void everyWordHasItsOwnName() {
    for (EstablishmentType type : EstablishmentType.values()) {
      assertThat(SharedValues.word(Optional.of(type))).contains(Value.Words.of(type));
    }
    assertThat(SharedValues.word(Optional.of(Phase.PRIMARY)))
        .isSameAs(SharedValues.word(Optional.of(Phase.PRIMARY)));
    assertThat(SharedValues.word(Optional.empty())).isEmpty();
  }

  @Test
  void rolesAreInDeclarationOrder() {
    for (Set<Role> held : Sets.powerSet(ImmutableSet.copyOf(Role.values()))) {
      ImmutableSet<String> names =
          held.stream().sorted().map(Role::name).collect(ImmutableSet.toImmutableSet());

      assertThat(SharedValues.roles(held).orElseThrow())
          .isEqualTo(new Value.Words(names))
          .hasToString(new Value.Words(names).toString());
    }
    assertThat(SharedValues.roles(EnumSet.noneOf(Role.class)))
        .contains(new Value.Words(ImmutableSet.of()));
  }
}
