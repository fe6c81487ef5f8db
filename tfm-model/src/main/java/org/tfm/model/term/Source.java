package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.tfm.model.json.TfmJson;

/**
 * A policy document.
 *
 * @param id the id that citations use
 * @param title the title
 * @param publisher the publisher
 * @param year the academic year, as the publisher writes it; absent if undated
 * @param lastChecked the day on which the rules were last compared with it
 * @param flaws the flaws of our copy; absent if none are known
 */
@TfmJson.Strict
public record Source(
    String id,
    String title,
    String publisher,
    Optional<String> year,
    LocalDate lastChecked,
    Optional<String> flaws) {
  /** Rejects null. */
  public Source {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(publisher, "publisher");
    requireNonNull(year, "year");
    requireNonNull(lastChecked, "lastChecked");
    requireNonNull(flaws, "flaws");
  }
}
