package org.tfm.model.document;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Value;

/**
 * The place of a fact in one sort of document.
 *
 * @param <D> the sort of document, or of a member of its list
 * @param in the sort of document, or of a member of its list
 * @param read reads the value; empty where it was not given
 * @param write writes a value; empty where nobody can write it there
 * @param source the fact whose value this one follows from, which is the one to change; empty where
 *     the value has a place of its own
 */
record FactPlace<D>(
    Class<D> in,
    Function<D, Optional<Value>> read,
    Writer<D> write,
    Function<D, Optional<Fact>> source) {

  /** Writes a value into a document. */
  interface Writer<D> {

    /**
     * The document with the value; empty if nobody can write it there.
     *
     * @param unused gives a number that nobody else in the document has, for what is made up
     */
    Optional<D> write(D document, Value value, IntSupplier unused);
  }

  /** A place where the value is only read. */
  static <D> FactPlace<D> in(Class<D> sort, Function<D, Optional<Value>> read) {
    return in(sort, read, (document, value) -> Optional.empty());
  }

  /** A place where the value is read and written. */
  static <D> FactPlace<D> in(
      Class<D> sort, Function<D, Optional<Value>> read, BiFunction<D, Value, Optional<D>> write) {
    return inventing(sort, read, (document, value, unused) -> write.apply(document, value));
  }

  /** A place where the value is read, and where one can be made up. */
  static <D> FactPlace<D> inventing(
      Class<D> sort, Function<D, Optional<Value>> read, Writer<D> write) {
    return new FactPlace<>(sort, read, write, document -> Optional.empty());
  }

  /** The same place, of a value that follows from another fact. */
  FactPlace<D> following(Fact other) {
    return following(document -> Optional.of(other));
  }

  /** The same place, of a value that follows from another fact in some documents. */
  FactPlace<D> following(Function<D, Optional<Fact>> other) {
    return new FactPlace<>(in, read, write, other);
  }

  /** The same place, seen from a document that holds the one it is in. */
  <W> FactPlace<W> within(Class<W> whole, Function<W, D> part, BiFunction<W, D, W> with) {
    return new FactPlace<>(
        whole,
        document -> read.apply(part.apply(document)),
        (document, value, unused) ->
            write
                .write(part.apply(document), value, unused)
                .map(changed -> with.apply(document, changed)),
        document -> source.apply(part.apply(document)));
  }
}
