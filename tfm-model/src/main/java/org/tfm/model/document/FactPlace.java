package org.tfm.model.document;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Value;

/**
 * The place of a fact in one type of document.
 *
 * @param <D> the type of the document or member
 * @param in the class of the document or member
 * @param read reads the value; empty if it is not given
 * @param write writes a value; empty if the place is read-only
 * @param source the fact that the value is derived from, which is the one to change; empty if the
 *     value is not derived
 * @param grows whether the value is a number that grows with the document's list
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
     * Returns the document with the value; empty if it cannot be written there.
     *
     * @param text supplies the text, if the value is a text
     */
    Optional<D> write(D document, Value value, Supplier<String> text);
  }

  /** Returns a read-only place. */
  static <D> FactPlace<D> in(Class<D> sort, Function<D, Optional<Value>> read) {
    return in(sort, read, (document, value) -> Optional.empty());
  }

  /** Returns a place for reading and writing a value. */
  static <D> FactPlace<D> in(
      Class<D> sort, Function<D, Optional<Value>> read, BiFunction<D, Value, Optional<D>> write) {
    return of(sort, read, (document, value, text) -> write.apply(document, value));
  }

  /** Returns a place for a text; reading it returns only whether the text is given. */
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

  /** Returns this place for a value that is derived from another fact. */
  FactPlace<D> following(Fact other) {
    return following(document -> Optional.of(other));
  }

  /** Returns this place for a value that is derived from another fact in some documents. */
  FactPlace<D> following(Function<D, Optional<Fact>> other) {
    return new FactPlace<>(in, read, write, other, grows);
  }

  /** Returns this place for a number that grows with the document's list. */
  FactPlace<D> growing() {
    return new FactPlace<>(in, read, write, source, true);
  }

  /** Returns this place for a document that contains the present type as a part. */
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
