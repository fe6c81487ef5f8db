package org.tfm.model.document;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
 * @param grows whether the value is a number that grows with the members of the document's list
 */
record FactPlace<D>(
    Class<D> in,
    Function<D, Optional<Value>> read,
    Writer<D> write,
    Function<D, Optional<Fact>> source,
    boolean grows) {

  static final Optional<Value> GIVEN = Optional.of(new Value.Given());

  /** Writes a value into a document. */
  interface Writer<D> {

    /**
     * The document with the value; empty if nobody can write it there.
     *
     * @param text gives the text, where the value is one
     */
    Optional<D> write(D document, Value value, Supplier<String> text);
  }

  /** A place where the value is only read. */
  static <D> FactPlace<D> in(Class<D> sort, Function<D, Optional<Value>> read) {
    return in(sort, read, (document, value) -> Optional.empty());
  }

  /** A place where the value is read and written. */
  static <D> FactPlace<D> in(
      Class<D> sort, Function<D, Optional<Value>> read, BiFunction<D, Value, Optional<D>> write) {
    return of(sort, read, (document, value, text) -> write.apply(document, value));
  }

  /** A place where a text is read, which shows only that it is given, and written. */
  static <D> FactPlace<D> ofText(
      Class<D> sort, Predicate<D> isGiven, BiFunction<D, String, D> write) {
    return of(
        sort,
        document -> isGiven.test(document) ? GIVEN : Optional.empty(),
        (document, value, text) -> Optional.of(write.apply(document, text.get())));
  }

  private static <D> FactPlace<D> of(
      Class<D> sort, Function<D, Optional<Value>> read, Writer<D> write) {
    return new FactPlace<>(sort, read, write, document -> Optional.empty(), false);
  }

  /** The same place, of a value that follows from another fact. */
  FactPlace<D> following(Fact other) {
    return following(document -> Optional.of(other));
  }

  /** The same place, of a value that follows from another fact in some documents. */
  FactPlace<D> following(Function<D, Optional<Fact>> other) {
    return new FactPlace<>(in, read, write, other, grows);
  }

  /** The same place, of a number that grows with the members of the document's list. */
  FactPlace<D> growing() {
    return new FactPlace<>(in, read, write, source, true);
  }

  /** The same place, seen from a document that holds the one it is in. */
  <W> FactPlace<W> within(Class<W> whole, Function<W, D> part, BiFunction<W, D, W> with) {
    return new FactPlace<>(
        whole,
        document -> read.apply(part.apply(document)),
        (document, value, text) ->
            write
                .write(part.apply(document), value, text)
                .map(changed -> with.apply(document, changed)),
        document -> source.apply(part.apply(document)),
        grows);
  }
}
