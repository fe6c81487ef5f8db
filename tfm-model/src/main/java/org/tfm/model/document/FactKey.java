package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.document.FactSheet.Field;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.style.Internal;

/**
 * All that some criteria can see of an application, as one number.
 *
 * <p>Applications of one key cannot be told apart by these criteria: what they found of the one,
 * and how it is put into words, they find of the other. A key holds no name and no text. It serves
 * those who assess many applications; nothing needs it. Immutable and thread-safe.
 *
 * @hidden
 */
@Internal
public final class FactKey {

  /** The key of what does not fit into a number, such as a long list. */
  public static final long NONE = -1;

  private static final int MOST_BITS = Long.SIZE - 1;
  private static final int BITS_OF_SIZE = 5;

  private final Field[] whole;
  private final FactCode[] more;
  private final Field[] each;
  private final boolean members;
  private final int mostMembers;

  private FactKey(Set<Field> whole, List<FactCode> more, Set<Field> each, boolean members) {
    this.whole = whole.toArray(new Field[0]);
    this.more = more.toArray(new FactCode[0]);
    this.each = each.toArray(new Field[0]);
    this.members = members;
    int ofWhole =
        whole.stream().mapToInt(Field::bits).sum() + more.stream().mapToInt(FactCode::bits).sum();
    int ofEach = each.stream().mapToInt(Field::bits).sum();
    int left = MOST_BITS - ofWhole - (members ? BITS_OF_SIZE : 0);
    // Rounded down: where not even their number has room, fewer than none fit.
    this.mostMembers = Math.min(Math.floorDiv(left, Math.max(1, ofEach)), (1 << BITS_OF_SIZE) - 1);
  }

  /** The key of what these criteria see; empty if they ask for what is told by no number. */
  public static Optional<FactKey> of(Iterable<Criterion> criteria) {
    Asked asked = new Asked();
    criteria.forEach(asked::add);
    Set<Field> whole = new LinkedHashSet<>();
    List<FactCode> more = new ArrayList<>();
    Set<Field> each = new LinkedHashSet<>();
    for (Fact fact : asked.facts) {
      Optional<Field> ofPerson = FactSheet.ofPerson(fact);
      ImmutableList<Field> ofWhole =
          asked.hasOwnTypes() && FactCode.isHistory(fact)
              ? ImmutableList.of()
              : FactSheet.ofApplication(fact);
      Optional<FactCode> code =
          ofWhole.isEmpty() ? FactCode.of(fact, FactSheet.numbered(asked.types)) : Optional.empty();
      if (ofPerson.isEmpty() && ofWhole.isEmpty() && code.isEmpty()) {
        return Optional.empty();
      }
      ofPerson.ifPresent(each::add);
      whole.addAll(ofWhole);
      code.ifPresent(more::add);
    }
    FactKey key = new FactKey(whole, more, each, asked.members);
    return key.mostMembers >= 0 ? Optional.of(key) : Optional.empty();
  }

  /** The key of this application, at least 0; or {@link #NONE}. */
  public long of(Application application) {
    FactSheet sheet = FactSheet.of(application);
    long key = 0;
    for (Field field : whole) {
      long word = sheet.word(field.word());
      if (word == NONE) {
        return NONE;
      }
      key = (key << field.bits()) | field.in(word);
    }
    for (FactCode code : more) {
      long value = code.read().applyAsLong(application);
      if (value < 0) {
        return NONE;
      }
      key = (key << code.bits()) | value;
    }
    return members ? withMembers(key, sheet) : key;
  }

  /** How many there are stands last: so keys of lists of different length differ. */
  private long withMembers(long ofWhole, FactSheet sheet) {
    int people = sheet.people();
    if (people > mostMembers) {
      return NONE;
    }
    long key = ofWhole;
    for (int i = 0; i < people; i++) {
      long word = sheet.person(i);
      for (Field field : each) {
        key = (key << field.bits()) | field.in(word);
      }
    }
    return (key << BITS_OF_SIZE) | people;
  }

  /** The people named; none where the list was left out. */
  static List<LeadParticipant> people(Application application) {
    return application.leadParticipants().isPresent()
        ? application.leadParticipants().get()
        : ImmutableList.of();
  }

  /** What criteria ask, gathered from their trees. */
  private static final class Asked {

    private final Set<Fact> facts = new LinkedHashSet<>();
    private final Set<String> types = new LinkedHashSet<>(WorkGroupType.known().keySet());
    private boolean members;

    void add(Criterion criterion) {
      facts.addAll(criterion.facts());
      look(criterion);
    }

    private void look(Criterion criterion) {
      if (criterion instanceof ForMembers each) {
        members |= each.members() == Members.LEAD_PARTICIPANTS;
        look(each.criterion());
      } else if (criterion instanceof AllOf all) {
        all.parts().forEach(this::look);
      } else if (criterion instanceof AnyOf any) {
        any.parts().forEach(this::look);
      } else if (criterion instanceof Not not) {
        look(not.criterion());
      } else if (criterion instanceof Includes includes && FactCode.isHistory(includes.fact())) {
        types.addAll(includes.words());
      }
    }

    /** Whether a history is asked for types of work group that the sheet does not tell apart. */
    boolean hasOwnTypes() {
      return types.size() > WorkGroupType.known().size();
    }
  }
}
