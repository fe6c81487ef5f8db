package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A policy document.
 *
 * @param id the id by which citations name it
 * @param title its title
 * @param publisher who published it
 * @param year the academic year it is for, as its publisher writes it; absent if undated
 * @param lastChecked the day on which somebody last compared the rules with it
 * @param flaws what is wrong with our copy; absent if nothing is known
 */
public record Source(
    String id,
    String title,
    String publisher,
    Optional<String> year,
    LocalDate lastChecked,
    Optional<String> flaws) {
  /** Refuses null. */
  public Source {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(publisher, "publisher");
    requireNonNull(year, "year");
    requireNonNull(lastChecked, "lastChecked");
    requireNonNull(flaws, "flaws");
  }
}
