package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
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
 * <p>Each pack is stored once, as a snapshot under its hash, and each book as the list of its packs
 * under the hash that its decision records name. What is stored is never overwritten. Several
 * processes may add at the same time. Thread-safe.
 */
public final class PolicyArchive {

  private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

  private final Path folder;

  private PolicyArchive(Path folder) {
    this.folder = folder;
  }

  /** The list of the packs of a book. */
  record Listing(ImmutableList<PackEntry> packs) {}

  /** Returns the archive in a folder, which need not exist yet. */
  public static PolicyArchive in(Path folder) {
    return new PolicyArchive(requireNonNull(folder, "folder"));
  }

  /**
   * Adds a book and its packs.
   *
   * @throws InvalidInputException if a file cannot be written
   */
  public void add(PolicyBook book) {
    requireNonNull(book, "book");
    try {
      Files.createDirectories(folder.resolve("packs"));
      Files.createDirectories(folder.resolve("books"));
      for (PackEntry pack : book.packs()) {
        Path file = pack(pack.hash());
        if (!Files.exists(file)) {
          write(file, book.snapshot(pack.id()).write());
        }
      }
      // The list comes last, so it never names a pack that is not there.
      if (!Files.exists(book(book.hash()))) {
        write(book(book.hash()), TfmJson.write(new Listing(book.packs())));
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
    for (PackEntry entry : listing(hash).packs()) {
      try {
        PackPolicy policy = policy(entry);
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

  private PackPolicy policy(PackEntry entry) {
    Path file = HASH.matcher(entry.hash()).matches() ? pack(entry.hash()) : folder;
    PackPolicy policy = SnapshotFiles.read(file, file.toString()).policy();
    if (!policy.entry().equals(entry)) {
      throw damaged(file);
    }
    return policy;
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

  /** Writes a file completely or not at all. */
  private static void write(Path file, String text) throws IOException {
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
