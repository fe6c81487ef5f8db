package org.tfm.model.document;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Function;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.HubArea;
import org.tfm.model.programme.Hubs;

/**
 * Whether a school is in the area of a hub: derived from its local authority and its district, or
 * else from the hubs that the document names.
 *
 * <p>The hubs count only where the register's names cannot decide, so that an answer never changes
 * when more becomes known.
 */
final class Areas {

  private final HubArea area;
  private final Optional<String> authority;
  private final Optional<String> district;
  private final Optional<Value> hubs;

  private Areas(HubArea area, Function<Fact, Optional<Value>> read) {
    this.area = area;
    this.authority = read.apply(Facts.LOCAL_AUTHORITY).map(Areas::name);
    this.district = read.apply(Facts.DISTRICT).map(Areas::name);
    this.hubs = read.apply(Facts.SERVING_HUBS);
  }

  /**
   * Returns the answer; empty if it is not known.
   *
   * @param read reads a fact of the school
   */
  static Optional<Value> read(HubArea area, Function<Fact, Optional<Value>> read) {
    return new Areas(area, read).answer();
  }

  /**
   * Returns the fact that the answer depends on: the one to ask for, or to change.
   *
   * @param read reads a fact of the school
   */
  static Fact source(HubArea area, Function<Fact, Optional<Value>> read) {
    return new Areas(area, read).source();
  }

  private Optional<Value> answer() {
    Optional<Boolean> isInside = area.contains(authority, district);
    if (isInside.isPresent()) {
      boolean isByDistrict =
          isInside.get() && !area.contains(authority, Optional.empty()).orElse(false);
      return Optional.of(
          new Value.YesNo(
              isInside.get(), "in " + (isByDistrict ? district : authority).orElseThrow()));
    }
    return source().equals(Facts.SERVING_HUBS)
        ? hubs.map(named -> Value.YesNo.of(isServed(((Value.Words) named).words())))
        : Optional.empty();
  }

  private boolean isServed(ImmutableSet<String> named) {
    return area.hub().equals(Hubs.NATIONAL) ? !named.isEmpty() : named.contains(area.hub());
  }

  private Fact source() {
    boolean hasAuthorities = !area.localAuthorities().isEmpty() || !area.partly().isEmpty();
    if (!hasAuthorities && area.districts().isEmpty()) {
      return Facts.SERVING_HUBS;
    }
    if (area.contains(authority, district).isPresent()) {
      return hasAuthorities ? Facts.LOCAL_AUTHORITY : Facts.DISTRICT;
    }
    if (authority.isEmpty()) {
      return Facts.LOCAL_AUTHORITY;
    }
    return area.dependsOnDistrict() && district.isEmpty() ? Facts.DISTRICT : Facts.SERVING_HUBS;
  }

  private static String name(Value value) {
    return ((Value.Words) value).words().iterator().next();
  }
}
