package org.tfm.testkit;

import java.util.Map;
import org.tfm.rules.pack.PackFiles;

/** Packs of one rule file, for the tests of the kit. */
final class SmallPacks {

  private SmallPacks() {}

  /** A rule with a citation that applies to every school. */
  static String rule(String name, String then) {
    return rule(name, "", then);
  }

  /** A rule with a citation and a second pattern. */
  static String rule(String name, String when, String then) {
    return """
        rule "%1$s"
            @Cites("flyer: %1$s")
        when
            Offering( type == "primary-development" )
            %2$s
        then
            %3$s
        end
        """
        .formatted(name, when, then);
  }

  /** The files of a pack with this hub, year (empty for any year), bases and rules. */
  static PackFiles files(String hub, String year, String bases, String... rules) {
    String publisher =
        """
        language: 2
        hub: %1$s
        name: %1$s Maths Hub
        %2$s
        extends: [%3$s]
        offers: [primary-development]
        sources:
          flyer:
            title: Flyer
            publisher: %1$s
            last-checked: 2026-11-22
        """
            .formatted(hub, year.isEmpty() ? "# for any year" : "year: " + year, bases);
    String packageName =
        hub.replace('-', '_')
            + (year.isEmpty() ? "" : ".y" + year.replace('/', '_'))
            + ".primary_development";
    return PackFiles.of(
        "folder",
        Map.of(
            PackFiles.PUBLISHER,
            publisher,
            "primary-development.drl",
            "package " + packageName + "\n" + String.join("", rules)));
  }
}
