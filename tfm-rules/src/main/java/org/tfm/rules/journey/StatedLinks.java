package org.tfm.rules.journey;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Hubs;
import org.tfm.model.programme.JourneyLink;
import org.tfm.model.programme.JourneyRelation;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.rules.book.PackEntry;
import org.tfm.rules.book.PolicyBook;

/**
 * The statements of the packs of a hub and of the network about the journey in one year.
 *
 * <p>What the nearest pack says of a type replaces what others say of the same: the pack of the
 * year comes before the one for any year, a pack before those that it extends, and the hub before
 * the network. Of several packs of one year, those that extend others come first. All that one pack
 * says is kept, so that contradictions show.
 */
final class StatedLinks {

  private record Key(String type, JourneyRelation relation) {}

  private final Map<Key, ImmutableList<StatedLink>> byKey = new LinkedHashMap<>();
  private final ImmutableList<PackEntry> packs;

  private StatedLinks(PolicyBook book, String hub, AcademicYear year) {
    this.packs = packs(book, hub, year);
    for (PackEntry pack : packs) {
      Map<Key, ImmutableList<StatedLink>> own = new LinkedHashMap<>();
      pack.journey()
          .forEach(
              cited -> {
                JourneyLink link = cited.link();
                own.merge(
                    new Key(link.type(), link.relation()),
                    ImmutableList.of(
                        new StatedLink(
                            link, link.sentence(this::title), pack.id(), cited.citation())),
                    (one, more) ->
                        Stream.of(one, more).flatMap(List::stream).collect(toImmutableList()));
              });
      own.forEach(byKey::putIfAbsent);
    }
  }

  /** The title that the nearest pack gives a type, which may be that of the network. */
  private String title(String type) {
    return packs.stream()
        .flatMap(pack -> Optional.ofNullable(pack.types().get(type)).stream())
        .findFirst()
        .orElseGet(() -> WorkGroupType.of(type))
        .title();
  }

  static StatedLinks of(PolicyBook book, String hub, AcademicYear year) {
    return new StatedLinks(book, hub, year);
  }

  /** Returns what is said of a type, in the order of the relations. */
  ImmutableList<StatedLink> of(String type) {
    return Stream.of(JourneyRelation.values())
        .flatMap(relation -> of(type, relation).stream())
        .collect(toImmutableList());
  }

  ImmutableList<StatedLink> of(String type, JourneyRelation relation) {
    return byKey.getOrDefault(new Key(type, relation), ImmutableList.of());
  }

  /** Returns everything with a relation. */
  ImmutableList<StatedLink> all(JourneyRelation relation) {
    return byKey.values().stream()
        .flatMap(List::stream)
        .filter(stated -> stated.link().relation() == relation)
        .collect(toImmutableList());
  }

  /** Returns the types that a name in the history of a school stands for. */
  ImmutableList<String> meant(String name) {
    Set<String> meant = new LinkedHashSet<>(Set.of(name));
    packs.stream()
        .flatMap(pack -> pack.types().values().stream())
        .filter(type -> type.alsoCalled().contains(name))
        .forEach(type -> meant.add(type.id()));
    return ImmutableList.copyOf(meant);
  }

  /** Returns the packs that speak for the hub in the year, nearest first. */
  private static ImmutableList<PackEntry> packs(PolicyBook book, String hub, AcademicYear year) {
    Set<PackEntry> nearest = new LinkedHashSet<>();
    for (String publisher : new LinkedHashSet<>(List.of(hub, Hubs.NATIONAL))) {
      for (boolean isOfYear : new boolean[] {true, false}) {
        nearest.addAll(
            climb(
                book,
                book.packs().stream()
                    .filter(pack -> pack.hub().id().equals(publisher))
                    .filter(
                        pack -> pack.year().equals(isOfYear ? Optional.of(year) : Optional.empty()))
                    .sorted(
                        Comparator.comparing(pack -> -climb(book, ImmutableList.of(pack)).size()))
                    .collect(toImmutableList())));
      }
    }
    return ImmutableList.copyOf(nearest);
  }

  /** Returns the packs, then those that they extend. */
  private static Set<PackEntry> climb(PolicyBook book, ImmutableList<PackEntry> packs) {
    Deque<PackEntry> open = new ArrayDeque<>(packs);
    Set<PackEntry> nearest = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      PackEntry next = open.remove();
      if (nearest.add(next)) {
        book.packs().stream().filter(base -> next.bases().contains(base.id())).forEach(open::add);
      }
    }
    return nearest;
  }
}
