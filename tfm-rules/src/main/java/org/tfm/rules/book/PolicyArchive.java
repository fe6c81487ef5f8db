package org.tfm.rules.book;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A folder that keeps the policies of past decisions, so that a decision can be made again as it
 * was.
 *
 * <p>Each pack is stored once, as a snapshot under the hash of its text, and each book as the list
 * of its packs under the hash that its decision records name. What is stored is never overwritten,
 * and a file that is not what its name says is refused, when it is read and when it would be
 * written again. Several processes may add at the same time. Thread-safe.
 */
public final class PolicyArchive {

  private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

  private final Path folder;

  private PolicyArchive(Path folder) {
    this.folder = folder;
  }

  /**
   * The list of the packs of a book.
   *
   * @param packs the packs
   * @param texts the hash of the snapshot of each, by its id
   */
  record Listing(ImmutableList<PackEntry> packs, ImmutableMap<String, String> texts) {}

  /** Returns the archive in a folder, which need not exist yet. */
  public static PolicyArchive in(Path folder) {
    return new PolicyArchive(requireNonNull(folder, "folder"));
  }

  /**
   * Adds a book and its packs.
   *
   * @throws InvalidInputException if a file cannot be written, or the archive is damaged
   */
  public void add(PolicyBook book) {
    requireNonNull(book, "book");
    try {
      Files.createDirectories(folder.resolve("packs"));
      Files.createDirectories(folder.resolve("books"));
      Path list = book(book.hash());
      Optional<Listing> before =
          Files.exists(list, NOFOLLOW_LINKS) ? Optional.of(listing(book.hash())) : Optional.empty();
      if (before.isPresent() && !before.get().packs().equals(book.packs())) {
        throw damaged(list);
      }
      ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
      for (PackEntry pack : book.packs()) {
        String text = book.snapshot(pack.id()).write();
        String hash = "sha256:" + Hashing.sha256().hashString(text, StandardCharsets.UTF_8);
        // Another version of the library may have written another text for the same book.
        String stored = before.map(one -> one.texts().getOrDefault(pack.id(), "")).orElse(hash);
        texts.put(pack.id(), hash);
        if (stored.equals(hash) && !Files.exists(pack(hash), NOFOLLOW_LINKS)) {
          write(pack(hash), text);
        } else {
          check(stored);
        }
      }
      // The list comes last, so it never names a pack that is not there.
      if (before.isEmpty()) {
        write(list, TfmJson.write(new Listing(book.packs(), texts.buildOrThrow())));
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_WRITABLE, "the archive cannot be written. Is the disk full?")
              .inFile(folder.toString()));
    }
  }

  /**
   * Returns the book with a hash; empty if the archive does not have it.
   *
   * @param hash the hash of the book, such as that of the policy of an assessment
   * @throws InvalidInputException if the archive is damaged, or another version of the library has
   *     made it
   */
  public Optional<PolicyBook> find(String hash) {
    requireNonNull(hash, "hash");
    if (!HASH.matcher(hash).matches() || !Files.exists(book(hash))) {
      return Optional.empty();
    }
    PolicyBook.Builder builder = PolicyBook.builder();
    List<Problem> problems = new ArrayList<>();
    Listing listing = listing(hash);
    for (PackEntry entry : listing.packs()) {
      try {
        PackPolicy policy = policy(entry, listing.texts().getOrDefault(entry.id(), ""));
        builder.add(policy.entry(), () -> policy);
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    PolicyBook found = builder.build();
    if (!found.hash().equals(hash)) {
      throw damaged(book(hash));
    }
    return Optional.of(found);
  }

  private Listing listing(String hash) {
    Path file = book(hash);
    try {
      return TfmJson.read(Files.readString(file), Listing.class);
    } catch (IOException e) {
      throw damaged(file);
    } catch (InvalidInputException e) {
      throw e.in(file.toString());
    }
  }

  private PackPolicy policy(PackEntry entry, String text) {
    Path file = check(text);
    PackPolicy policy = SnapshotFiles.read(file, file.toString()).policy();
    if (!policy.entry().equals(entry)) {
      throw damaged(file);
    }
    return policy;
  }

  /** Returns the file of a snapshot after comparing its bytes with its name. */
  private Path check(String text) {
    Path file = HASH.matcher(text).matches() ? pack(text) : folder;
    try {
      if (!Files.isRegularFile(file)
          || !text.equals("sha256:" + MoreFiles.asByteSource(file).hash(Hashing.sha256()))) {
        throw damaged(file);
      }
    } catch (IOException e) {
      throw damaged(file);
    }
    return file;
  }

  private static InvalidInputException damaged(Path file) {
    return new InvalidInputException(
        Problem.of(
                ProblemCode.MALFORMED,
                "the archive is damaged: this file is not what its name says")
            .inFile(file.toString()));
  }

  private Path pack(String hash) {
    return folder.resolve("packs").resolve(hash.replace("sha256:", "") + PackSnapshot.SUFFIX);
  }

  private Path book(String hash) {
    return folder.resolve("books").resolve(hash.replace("sha256:", "") + ".json");
  }

  /**
   * Writes a file completely or not at all.
   *
   * @throws InvalidInputException if there is something else than a file, such as a link
   */
  static void write(Path file, String text) throws IOException {
    if (Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_WRITABLE, "this is not a file, and is not replaced by one")
              .inFile(file.toString()));
    }
    Path part = Files.createTempFile(file.getParent(), "new", ".part");
    try {
      Files.writeString(part, text);
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
