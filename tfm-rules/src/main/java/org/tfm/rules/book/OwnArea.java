package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import java.util.List;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.HubArea;
import org.tfm.model.programme.HubProfile;
import org.tfm.model.programme.Hubs;

/**
 * Writes the area of the hub of an offering into the terms that ask whether a school is in it.
 *
 * <p>A pack that others extend does not know whose offering its rules will be part of.
 */
final class OwnArea {

  private final String hub;
  private final Fact fact;

  private OwnArea(String hub, Fact fact) {
    this.hub = hub;
    this.fact = fact;
  }

  /**
   * Returns the packs with the area of the hub of the last of them: the one that it states itself,
   * or else the nearest of its bases for the same hub, or else the one that the library knows.
   *
   * @param layers the packs, bases first
   */
  static ImmutableList<PackPolicy> in(ImmutableList<PackPolicy> layers) {
    PackPolicy own = layers.get(layers.size() - 1);
    String hub = own.hub().id();
    if (hub.equals(Hubs.NATIONAL)) {
      return layers;
    }
    OwnArea known = new OwnArea(hub, Facts.inAreaOf(own.hub(), of(hub, layers)));
    return layers.stream().map(known::in).collect(ImmutableList.toImmutableList());
  }

  /** Returns the area of a hub that the last of some packs states, or else the library knows. */
  static HubArea of(String hub, List<PackPolicy> layers) {
    return Lists.reverse(layers).stream()
        .filter(layer -> layer.hub().id().equals(hub))
        .flatMap(layer -> layer.area().stream())
        .map(cited -> cited.area())
        .findFirst()
        .or(() -> Hubs.find(hub).map(HubProfile::area))
        .orElseGet(() -> HubArea.unknown(hub));
  }

  private PackPolicy in(PackPolicy layer) {
    boolean asks =
        layer.contributions().values().stream()
            .flatMap(List::stream)
            .flatMap(contribution -> contribution.terms().stream())
            .flatMap(term -> term.facts().stream())
            .anyMatch(this::isOwn);
    if (!asks) {
      return layer;
    }
    ImmutableMap<String, ImmutableList<Contribution>> contributions =
        ImmutableMap.copyOf(
            Maps.transformValues(
                layer.contributions(),
                all -> all.stream().map(this::in).collect(ImmutableList.toImmutableList())));
    return layer.with(contributions);
  }

  private Contribution in(Contribution contribution) {
    return contribution.with(
        contribution.terms().stream()
            .map(term -> Leaves.replaced(term, this::in))
            .collect(ImmutableList.toImmutableList()));
  }

  private Criterion in(Criterion leaf) {
    if (leaf instanceof Confirmed one && isOwn(one.fact())) {
      return new Confirmed(fact);
    }
    return leaf instanceof Unstated one && isOwn(one.fact()) ? new Unstated(fact) : leaf;
  }

  private boolean isOwn(Fact asked) {
    return isOf(hub, asked);
  }

  /** Whether a fact asks about the area of a hub, or of whatever hub the offering is of. */
  static boolean isOf(String hub, Fact asked) {
    return asked
        .area()
        .filter(area -> area.hub().equals(hub) || area.hub().equals(Hubs.NATIONAL))
        .isPresent();
  }
}
