package org.tfm.rules.check;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.Hub;
import org.tfm.model.term.Source;
import org.tfm.rules.book.PolicyLayers;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.Publisher;

/**
 * A source that was last compared with the rules too long ago.
 *
 * @param hub the hub of the pack
 * @param pack the id of the pack
 * @param source the source
 * @param terms the number of terms that rest on it, counted once for each type of work group
 * @param statements the number of statements about the area and the journey that rest on it
 */
@TfmJson.Strict
public record StaleSource(Hub hub, String pack, Source source, int terms, int statements) {
  /** Refuses null. */
  public StaleSource {
    requireNonNull(hub, "hub");
    requireNonNull(pack, "pack");
    requireNonNull(source, "source");
  }

  private static final Comparator<StaleSource> BY_HUB =
      Comparator.comparing((StaleSource one) -> one.hub().name())
          .thenComparing(StaleSource::pack)
          .thenComparing(one -> one.source().lastChecked())
          .thenComparing(one -> one.source().id());

  /** A term of a type of work group. */
  private record OfType(String type, String section, String term) {}

  /**
   * Returns the stale sources of the packs in a folder and its subfolders that load, by hub, pack
   * and day.
   *
   * @throws InvalidInputException if the folder does not exist or contains no pack
   */
  public static ImmutableList<StaleSource> find(Path folder, Staleness staleness) {
    requireNonNull(folder, "folder");
    requireNonNull(staleness, "staleness");
    PackFolder packs = PackFolder.readLoadable(folder);
    return packs.packs().stream()
        .flatMap(
            pack ->
                pack.publisher().sources().values().stream()
                    .filter(staleness::isStale)
                    .map(source -> of(packs, pack, source)))
        .sorted(BY_HUB)
        .collect(ImmutableList.toImmutableList());
  }

  private static StaleSource of(PackFolder packs, Pack pack, Source source) {
    Publisher publisher = pack.publisher();
    Set<OfType> terms = new HashSet<>();
    for (String type : publisher.offers()) {
      PolicyLayers layers = packs.book().layers(pack.id(), type);
      layers.written().stream()
          .map(PolicyLayers.Written::term)
          .filter(term -> term.citation().source().equals(source.id()))
          .forEach(term -> terms.add(new OfType(type, term.section().name(), term.id())));
    }
    long statements =
        Stream.concat(
                publisher.area().map(area -> area.citation()).stream(),
                publisher.journey().stream().map(stated -> stated.citation()))
            .filter(citation -> citation.source().equals(source.id()))
            .count();
    return new StaleSource(publisher.hub(), pack.id(), source, terms.size(), (int) statements);
  }
}
