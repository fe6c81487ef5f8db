package org.tfm.examples.text;

import java.util.regex.Pattern;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Progress;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;
import org.tfm.rules.book.PolicyBook;

/**
 * The names of hubs, Work Groups, schools and sources, as people write them.
 *
 * @param book the book whose packs name hubs and sources
 */
public record Names(PolicyBook book) {

  /** Latin letters, digits and the signs in the names of schools, but no verdict. */
  private static final Pattern LIKE_A_NAME =
      Pattern.compile("(?!(?i:verdict))[\\p{IsLatin}\\p{M}0-9 '’.,&()/–-]+");

  /** Returns the name of a hub, or its id if the book does not know it. */
  public String hub(String id) {
    return book.hubName(id);
  }

  /** Returns an offering as type, hub and year. */
  public String offering(Offering offering) {
    return type(offering) + ", " + hub(offering.hub()) + ", " + year(offering);
  }

  /** Returns the title of the type of Work Group in its year. */
  public String type(Offering offering) {
    return book.type(offering).title();
  }

  /** Returns the academic year of an offering, with its intake if it has one. */
  public static String year(Offering offering) {
    return offering.year()
        + offering.intake().map(intake -> ", " + Facts.INTAKE.name(intake) + " intake").orElse("");
  }

  /**
   * Returns the name of a school, or {@code the school (URN 100008)} if it has none. A name that
   * could be taken for a line of ours, such as {@code Verdict: YES}, is in quotation marks.
   */
  public static String school(School school) {
    return school
        .name()
        .map(name -> LIKE_A_NAME.matcher(name).matches() ? name : "“" + name + "”")
        .orElse("the school (URN " + school.urn() + ")");
  }

  /** Returns the school, if the document is about one, and the offering, as one title. */
  public String title(Document document) {
    String offering = offering(document.offering());
    if (document instanceof Application application) {
      return Words.capital(school(application.school())) + ": " + offering;
    }
    return document instanceof Progress progress
        ? Words.capital(school(progress.school())) + ": " + offering
        : offering;
  }

  /**
   * Returns a source of a pack by title and publisher, or its id if the book does not know it.
   *
   * @param pack the pack whose rule cites it
   */
  public String source(String pack, String id) {
    return book.findSource(pack, id)
        .map(
            source ->
                source.title()
                    + " ("
                    + source.publisher()
                    + source.year().map(year -> ", " + year).orElse("")
                    + ")")
        .orElse(id);
  }
}
