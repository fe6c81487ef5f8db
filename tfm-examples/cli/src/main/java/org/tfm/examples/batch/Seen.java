package org.tfm.examples.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tfm.examples.text.Words;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.school.School;

/**
 * The schools and people of the rows so far, so that a repeated one is shown. It keeps keys and row
 * numbers only. Not thread-safe.
 */
final class Seen {

  private record Place(String file, long line, int urn) {

    String from(String other) {
      return "row " + line + (file.equals(other) ? "" : " of " + file);
    }
  }

  private final Map<String, Place> schools = new HashMap<>();
  private final Map<String, Place> people = new HashMap<>();

  /** Returns what a document shares with those before it, and remembers it. */
  List<String> next(String file, long line, Document document, BatchSummary summary) {
    List<String> sentences = new ArrayList<>();
    boolean isRepeated = false;
    for (School school : FormDocuments.schools(document)) {
      Place here = new Place(file, line, school.urn());
      Place other = schools.putIfAbsent(school.urn() + " " + document.offering(), here);
      if (other != null && other.line() == line && other.file().equals(file)) {
        sentences.add("URN " + school.urn() + " is in this work group twice.");
      } else if (other != null) {
        sentences.add(before(document, school) + other.from(file) + ".");
        isRepeated = true;
      }
    }
    if (isRepeated) {
      summary.countRepeated();
    }
    boolean isShared = false;
    List<LeadParticipant> all = FormDocuments.people(document);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).trn().isPresent()) {
        int urn = ((Application) document).school().urn();
        Place before =
            people.putIfAbsent(all.get(i).trn().get().digits(), new Place(file, line, urn));
        if (before != null && before.urn() != urn) {
          sentences.add(
              Words.capital("lead participant ")
                  + (i + 1)
                  + " has the reference number of a person of another school in "
                  + before.from(file)
                  + ".");
          isShared = true;
        }
      }
    }
    if (isShared) {
      summary.countShared();
    }
    return sentences;
  }

  private static String before(Document document, School school) {
    if (document instanceof WorkGroup) {
      return "URN " + school.urn() + " is also in the work group of ";
    }
    return document instanceof Application
        ? "The school also applied in "
        : "The school is also in ";
  }
}
