package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tfm.model.document.Facts;

class WalkTest {

  private static final Criterion STATE = new Confirmed(Facts.STATE_FUNDED);
  private static final Criterion SPECIAL = new Confirmed(Facts.SPECIAL);
  private static final Criterion HUB = new HubDecides();
  private static final Criterion NAMED = new Provided(Facts.RELEASE_DAYS);
  private static final Criterion EACH = new ForMembers(Members.LEAD_PARTICIPANTS, true, NAMED);
  private static final Criterion ANY = new AnyOf(ImmutableList.of(new Not(SPECIAL), HUB));
  private static final Criterion COUNT =
      new CountOfMembers(Members.LEAD_PARTICIPANTS, NAMED, Optional.of(1), Optional.of(2));
  private static final Criterion TREE = new AllOf(ImmutableList.of(STATE, ANY, EACH, COUNT));

  /** Returns the kinds of a node and its descendants. */
  private static final class Names implements Criterion.Visitor<String> {
    @Override
    public String allOf(AllOf all) {
      return "all" + below(all);
    }

    @Override
    public String anyOf(AnyOf any) {
      return "any" + below(any);
    }

    @Override
    public String not(Not not) {
      return "not" + below(not);
    }

    @Override
    public String forMembers(ForMembers each) {
      return "each" + below(each);
    }

    @Override
    public String countOfMembers(CountOfMembers count) {
      return "count" + below(count);
    }

    @Override
    public String leaf(Criterion leaf) {
      return leaf.getClass().getSimpleName();
    }

    private String below(Criterion node) {
      return node.children().stream().map(child -> child.accept(this)).toList().toString();
    }
  }

  @Test
  void leavesComeDepthFirst() {
    assertThat(TREE.leaves()).containsExactly(STATE, SPECIAL, HUB, NAMED, NAMED);
  }

  @Test
  void aLeafIsItsOwnLeaf() {
    assertThat(STATE.children()).isEmpty();
    assertThat(STATE.leaves()).containsExactly(STATE);
  }

  @Test
  void aVisitorIsCalledForTheKindOfEachNode() {
    assertThat(TREE.accept(new Names()))
        .isEqualTo(
            "all[Confirmed, any[not[Confirmed], HubDecides], each[Provided],"
                + " count[Provided]]");
  }

  @Test
  void aNodeIsEqualToItselfWithItsOwnChildren() {
    for (Criterion node : List.of(TREE, ANY, EACH, COUNT, new Not(SPECIAL), STATE)) {
      assertThat(node.withChildren(node.children())).isEqualTo(node);
    }
  }

  @Test
  void replacingChildrenChangesNothingElse() {
    Criterion days = new Within(Facts.RELEASE_DAYS, Optional.of(BigDecimal.TEN), Optional.empty());
    assertThat(EACH.withChildren(List.of(days)))
        .isEqualTo(new ForMembers(Members.LEAD_PARTICIPANTS, true, days));
    assertThat(COUNT.withChildren(List.of(days)))
        .isEqualTo(
            new CountOfMembers(Members.LEAD_PARTICIPANTS, days, Optional.of(1), Optional.of(2)));
    assertThat(ANY.withChildren(List.of(STATE))).isEqualTo(new AnyOf(ImmutableList.of(STATE)));
  }

  @Test
  void aNodeRefusesTheWrongNumberOfChildren() {
    assertThatIllegalArgumentException().isThrownBy(() -> TREE.withChildren(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> ANY.withChildren(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> EACH.withChildren(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Not(STATE).withChildren(List.of(STATE, HUB)))
        .withMessage("`not` and criteria over members have one child, and not 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STATE.withChildren(List.of(HUB)))
        .withMessage("a leaf has no children");
  }
}
