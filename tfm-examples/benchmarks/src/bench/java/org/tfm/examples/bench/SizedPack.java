package org.tfm.examples.bench;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.pack.PackFiles;

/** Makes packs of any size from typical rules. */
final class SizedPack {

  static final AcademicYear YEAR = AcademicYear.startingIn(2026);

  private static final String TYPE = "primary-development";
  private static final int RULES_IN_A_FILE = 500;

  private static final List<String> KINDS =
      List.of("", "", "SchoolKind( special )", "SchoolKind( funding != STATE )");

  private static final List<String> THENS =
      List.of(
          "terms.eligibility(\"%s\").must(phase().is(PRIMARY))"
              + ".referWhen(phase().in(ALL_THROUGH, NOT_APPLICABLE))",
          "terms.eligibility(\"%s\").must(terms.answer(\"committed-to-mastery\").isConfirmed())",
          "terms.eligibility(\"%s\").leftToHub()",
          "terms.eligibility(\"%s\").referUnless(stateFunded().isConfirmed())",
          "terms.eligibility(\"%s\").should(terms.answer(\"capacity-for-development\")"
              + ".isConfirmed())",
          "terms.application(\"%s\").must(allOf(leadParticipants().isProvided(),"
              + " leadParticipants().isExactly(2)))",
          "terms.application(\"%s\").must(everyLeadParticipant(trn().isProvided()))",
          "terms.commitment(\"%s\").must(combinedRelease().isAtLeast(days(10)))",
          "terms.commitment(\"%s\").must(everyLeadParticipant(releaseDays()"
              + ".isAtLeast(halfDays(1))))",
          "terms.application(\"%s\").must(headteacherStatement().isProvided())");

  private SizedPack() {}

  /** The offering of a hub's pack. */
  static Offering offering(String hub) {
    return Offering.of(hub, TYPE, YEAR);
  }

  /** Returns the files of a hub's pack with this number of rules. */
  static PackFiles of(String hub, int rules) {
    ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
    files.put(
        PackFiles.PUBLISHER,
        """
        language: 1
        hub: %s
        name: %s
        year: %s
        offers: [%s]
        sources:
          page:
            title: Work groups
            publisher: %s
            last-checked: 2026-11-22
        """
            .formatted(hub, hub, YEAR, TYPE, hub));
    for (int from = 0; from < rules; from += RULES_IN_A_FILE) {
      String name = from == 0 ? TYPE : "more-" + from / RULES_IN_A_FILE;
      StringBuilder text = new StringBuilder(10_000);
      text.append(
          String.format(
              Locale.ROOT,
              "package %s.y2026_27.%s%n",
              hub.replace('-', '_'),
              name.replace('-', '_')));
      for (int i = from; i < Math.min(rules, from + RULES_IN_A_FILE); i++) {
        String id = "term-" + i;
        int form = i % THENS.size();
        text.append(
            String.format(
                Locale.ROOT,
                """
                rule "%s"
                    @Cites("page: point %d")
                when
                    Offering( type == "%s" )
                    %s
                then
                    %s;
                end
                """,
                id,
                i,
                TYPE,
                form < KINDS.size() ? KINDS.get(form) : "",
                THENS.get(form).formatted(id)));
      }
      files.put(name + ".drl", text.toString());
    }
    return PackFiles.of(hub, files.buildOrThrow());
  }
}
