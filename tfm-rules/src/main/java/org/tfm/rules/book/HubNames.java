package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Hub;
import org.tfm.model.programme.HubProfile;
import org.tfm.model.programme.Hubs;
import org.tfm.model.style.Internal;

/**
 * The names of the hubs of a book, by which people tell them apart.
 *
 * @hidden
 */
@Internal
public final class HubNames {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private HubNames() {}

  /**
   * Returns the problem that another hub has the name of this one, or that the library knows this
   * one by another name, whatever the case, blanks and signs; empty if there is none.
   */
  public static Optional<Problem> shared(Hub hub, Collection<PackEntry> packs) {
    return ofAnother(hub, packs).or(() -> other(hub));
  }

  private static Optional<Problem> other(Hub hub) {
    return Hubs.find(hub.id())
        .filter(
            known ->
                Stream.concat(Stream.of(known.hub().name()), known.alsoCalled().stream())
                    .noneMatch(name -> folded(name).equals(folded(hub.name()))))
        .map(
            known ->
                Problem.of(
                    ProblemCode.CONTRADICTION,
                    "the library knows the hub `%s` as “%s”, and this pack changes its name for all"
                        + " years",
                    hub.id(),
                    known.hub().name()));
  }

  private static Optional<Problem> ofAnother(Hub hub, Collection<PackEntry> packs) {
    return packs.stream()
        .map(PackEntry::hub)
        .filter(other -> !other.id().equals(hub.id()))
        .filter(other -> folded(other.name()).equals(folded(hub.name())))
        .map(Hub::id)
        .sorted()
        .findFirst()
        .map(
            other ->
                Problem.of(
                    ProblemCode.DUPLICATE,
                    "the hub `%s` has the name of the hub `%s`, so that people cannot tell them"
                        + " apart",
                    hub.id(),
                    other));
  }

  /**
   * Returns the other names of a hub: those that the library knows, without the one it has here.
   */
  static ImmutableList<String> others(Hub hub, HubProfile known) {
    return Stream.concat(Stream.of(known.hub().name()), known.alsoCalled().stream())
        .filter(name -> !folded(name).equals(folded(hub.name())))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the problems of all hubs that come with packs of one's own, at their packs. */
  public static ImmutableList<Problem> shared(Collection<PackEntry> packs) {
    ImmutableSet<String> bundled =
        BundledPacks.entries().stream().map(PackEntry::id).collect(ImmutableSet.toImmutableSet());
    return packs.stream()
        .filter(pack -> !bundled.contains(pack.id()))
        .flatMap(
            pack -> shared(pack.hub(), packs).map(problem -> problem.inFile(pack.id())).stream())
        .collect(ImmutableList.toImmutableList());
  }

  private static String folded(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BETWEEN.matcher(plain.replace("&", " and ")).replaceAll("");
  }
}
