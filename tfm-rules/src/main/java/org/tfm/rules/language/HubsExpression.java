package org.tfm.rules.language;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.HubProfile;
import org.tfm.model.programme.Hubs;
import org.tfm.model.style.Internal;

/**
 * The hubs whose area contains the school, before they are compared.
 *
 * <p>Every comparison throws {@link IllegalArgumentException} if the library does not know a hub.
 *
 * @hidden
 */
@Internal
public final class HubsExpression {

  HubsExpression() {}

  /** Returns the criterion that at least one of these hubs serves the school. */
  @SinceLanguage(2)
  public Criterion includesAny(String... hubs) {
    ImmutableList<Criterion> parts = parts(hubs);
    return parts.size() == 1 ? parts.get(0) : new AnyOf(parts);
  }

  /** Returns the criterion that all of these hubs serve the school. */
  @SinceLanguage(2)
  public Criterion includesAll(String... hubs) {
    ImmutableList<Criterion> parts = parts(hubs);
    return parts.size() == 1 ? parts.get(0) : new AllOf(parts);
  }

  private static ImmutableList<Criterion> parts(String... hubs) {
    if (hubs.length == 0) {
      throw new IllegalArgumentException("`servingHubs()` is compared without a hub");
    }
    return Arrays.stream(hubs)
        .distinct()
        .map(HubsExpression::profile)
        .<Criterion>map(profile -> new Confirmed(Facts.inAreaOf(profile.hub(), profile.area())))
        .collect(ImmutableList.toImmutableList());
  }

  private static HubProfile profile(String id) {
    return Hubs.find(id).orElseThrow(() -> new IllegalArgumentException(unknown(id)));
  }

  private static String unknown(String id) {
    String maybe = Hubs.suggestion(id);
    return "unknown hub `"
        + id
        + "`. "
        + (maybe.isEmpty() ? "`tfm hubs` lists those that can be named" : maybe);
  }
}
