package org.tfm.model.application;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.style.Internal;

/**
 * All that some criteria can see of an application, as one number.
 *
 * <p>Applications of one key cannot be told apart by these criteria: what they found of the one,
 * and how it is put into words, they find of the other. A key holds no name and no text. It serves
 * those who assess many applications; nothing needs it. Immutable and thread-safe.
 */
@Internal
public final class FactKey {

  /** The key of what does not fit into a number, such as a long list. */
  public static final long NONE = -1;

  private static final int MOST_BITS = Long.SIZE - 1;
  private static final int BITS_OF_SIZE = 5;

  private final FactCode<Application>[] whole;
  private final FactCode<LeadParticipant>[] each;
  private final boolean members;
  private final int mostMembers;
  private final int bits;

  @SuppressWarnings({"unchecked", "rawtypes"})
  private FactKey(
      List<FactCode<Application>> whole, List<FactCode<LeadParticipant>> each, boolean members) {
    this.whole = whole.toArray((FactCode<Application>[]) new FactCode[0]);
    this.each = each.toArray((FactCode<LeadParticipant>[]) new FactCode[0]);
    this.members = members;
    int ofWhole = whole.stream().mapToInt(FactCode::bits).sum();
    int ofEach = each.stream().mapToInt(FactCode::bits).sum();
    int left = MOST_BITS - ofWhole - BITS_OF_SIZE;
    // Rounded down: where not even their number has room, fewer than none fit.
    this.mostMembers = Math.min(Math.floorDiv(left, Math.max(1, ofEach)), (1 << BITS_OF_SIZE) - 1);
    this.bits = members ? MOST_BITS : ofWhole;
  }

  /** The key of what these criteria see; empty if they ask for what is told by no number. */
  public static Optional<FactKey> of(Iterable<Criterion> criteria) {
    Asked asked = new Asked();
    criteria.forEach(asked::add);
    ImmutableMap<String, Integer> types = asked.numberedTypes();
    ImmutableList.Builder<FactCode<Application>> whole = ImmutableList.builder();
    ImmutableList.Builder<FactCode<LeadParticipant>> each = ImmutableList.builder();
    for (Fact fact : asked.facts) {
      Optional<FactCode<LeadParticipant>> ofPerson = FactCode.ofLeadParticipant(fact);
      Optional<FactCode<Application>> ofWhole = FactCode.ofApplication(fact, types);
      if (ofPerson.isEmpty() && ofWhole.isEmpty()) {
        return Optional.empty();
      }
      ofPerson.ifPresent(each::add);
      ofWhole.ifPresent(whole::add);
    }
    FactKey key = new FactKey(whole.build(), each.build(), asked.members);
    return key.fits() ? Optional.of(key) : Optional.empty();
  }

  private boolean fits() {
    return bits <= MOST_BITS && (!members || mostMembers >= 0);
  }

  /** How many bits a key can have, 0 to 63. */
  public int bits() {
    return bits;
  }

  /** The key of this application, at least 0; or {@link #NONE}. */
  public long of(Application application) {
    long key = 0;
    for (FactCode<Application> code : whole) {
      long value = code.read().applyAsLong(application);
      if (value < 0) {
        return NONE;
      }
      key = (key << code.bits()) | value;
    }
    return members ? withMembers(key, people(application)) : key;
  }

  /** How many there are stands last: so keys of lists of different length differ. */
  private long withMembers(long ofWhole, List<LeadParticipant> people) {
    if (people.size() > mostMembers) {
      return NONE;
    }
    long key = ofWhole;
    for (int i = 0; i < people.size(); i++) {
      for (FactCode<LeadParticipant> code : each) {
        key = (key << code.bits()) | code.read().applyAsLong(people.get(i));
      }
    }
    return (key << BITS_OF_SIZE) | people.size();
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
    private final Set<String> words = new LinkedHashSet<>(WorkGroupType.known().keySet());
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
      } else if (criterion instanceof Includes includes) {
        words.addAll(includes.words());
      }
    }

    /** As many of the types of work group as can be told apart. */
    ImmutableMap<String, Integer> numberedTypes() {
      ImmutableMap.Builder<String, Integer> numbered = ImmutableMap.builder();
      List<String> types = new ArrayList<>(words);
      for (int i = 0; i < Math.min(types.size(), FactCode.KNOWN_WORDS); i++) {
        numbered.put(types.get(i), i + 1);
      }
      return numbered.buildOrThrow();
    }
  }
}
