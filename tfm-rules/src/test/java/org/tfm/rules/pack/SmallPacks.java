package org.tfm.rules.pack;

import com.google.common.base.Joiner;
import java.util.Map;

/** Packs of one rule file, for tests. */
public final class SmallPacks {

  /** The start of the rule files for the hub and year of {@link #PUBLISHER}. */
  public static final String PACKAGE = "package river_hub.y2022_23.primary_development\n";

  /** A valid {@code publisher.yaml}. */
  public static final String PUBLISHER = publisher("river-hub", "2022/23", "");

  private SmallPacks() {}

  /**
   * A {@code publisher.yaml} with one source and the type {@code primary-development}.
   *
   * @param year the academic year; empty for any
   * @param bases the ids of the packs that it extends, joined by commas
   */
  public static String publisher(String hub, String year, String bases) {
    return Joiner.on('\n')
        .join(
            "language: 2",
            "hub: " + hub,
            "name: " + hub + " Maths Hub",
            year.isEmpty() ? "# for any year" : "year: " + year,
            "extends: [" + bases + "]",
            "offers: [primary-development]",
            "sources:",
            "  flyer:",
            "    title: Flyer",
            "    publisher: " + hub,
            "    last-checked: 2026-11-22",
            "");
  }

  /** A rule with a citation that applies to every school. */
  public static String rule(String name, String then) {
    return rule(name, "", then);
  }

  /** A rule with a citation and a second pattern. */
  public static String rule(String name, String when, String then) {
    return "rule \""
        + name
        + "\"\n    @Cites(\"flyer: "
        + name
        + "\")\nwhen\n    Offering( type == \"primary-development\" )\n    "
        + when
        + "\nthen\n    "
        + then
        + "\nend\n";
  }

  /** A pack for 2022/23 with one rule that demands groups of at least this many schools. */
  public static PackFiles groupsOfAtLeast(String hub, int schools) {
    return files(
        hub,
        "2022/23",
        "",
        rule(
            "group-size",
            "terms.group(\"group-size\").must(schools().isAtLeast(" + schools + "));"));
  }

  /** The files of a pack with these two texts. */
  public static PackFiles files(String publisher, String rules) {
    return PackFiles.of(
        "folder", Map.of(PackFiles.PUBLISHER, publisher, "primary-development.drl", rules));
  }

  /** The files of a pack with this hub, year, bases and rules, in a folder named after its id. */
  public static PackFiles files(String hub, String year, String bases, String... rules) {
    String name =
        hub.replace('-', '_') + (year.isEmpty() ? "" : ".y" + year.replaceAll("[/-]", "_"));
    PackFiles files =
        files(
            publisher(hub, year, bases),
            "package " + name + ".primary_development\n" + String.join("", rules));
    return new PackFiles(hub + (year.isEmpty() ? "" : "/" + year.replace('/', '-')), files.texts());
  }
}
