package org.tfm.model.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Steps are counted, and end when the thread is interrupted. */
class BudgetTest {

  @Test
  void itIsSpentWhenMoreStepsWereTakenThanItHas() {
    Budget budget = Budget.of(3);
    assertThat(budget.take(3)).isTrue();
    assertThat(budget.isSpent()).isFalse();
    assertThat(budget.take(1)).isFalse();
    assertThat(budget.isSpent()).isTrue();
    assertThat(budget.used()).isEqualTo(4);
  }

  @Test
  void theCountDoesNotOverflow() {
    Budget budget = Budget.of(3);
    assertThat(budget.take(Long.MAX_VALUE)).isFalse();
    assertThat(budget.take(Long.MAX_VALUE)).isFalse();
    assertThat(budget.isSpent()).isTrue();
  }

  @Test
  void anInterruptedThreadEndsItsWorkAndStaysInterrupted() {
    Budget budget = Budget.of(3);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> budget.take(1))
          .isInstanceOf(CancellationException.class)
          .hasMessage("the work was interrupted before it was finished");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
