package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Facts;
import org.tfm.model.document.GroupLead;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Session;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.school.Funding;
import org.tfm.model.school.School;

/**
 * A document with what the register says of its schools.
 *
 * <p>Only values that the document does not give are filled; those that it gives stay, and where
 * the register says something else, both are shown. Schools that are closed or not open yet in the
 * year of the document are named. Immutable.
 *
 * @param <D> the type of the document
 * @param document the document, filled
 * @param findings what was filled, and what differs
 */
public record RegisterFill<D extends Document>(D document, RegisterFindings findings) {

  private static final String ANSWER = "/answers/" + Facts.STATE_FUNDED.id();

  /** Refuses null. */
  public RegisterFill {
    requireNonNull(document, "document");
    requireNonNull(findings, "findings");
  }

  /**
   * Returns the document with the values of the register.
   *
   * @throws InvalidInputException if the register is damaged
   */
  @SuppressWarnings("unchecked") // Filling a document keeps its type.
  public static <D extends Document> RegisterFill<D> of(SchoolRegister register, D document) {
    requireNonNull(register, "register");
    requireNonNull(document, "document");
    Search search = new Search(register, document.offering().year());
    Document filled;
    if (document instanceof Application application) {
      filled = search.fill(application);
    } else if (document instanceof Progress progress) {
      filled = search.fill(progress);
    } else {
      filled = search.fill((WorkGroup) document);
    }
    return new RegisterFill<>((D) filled, search.findings());
  }

  /** The search for the schools of one document. */
  private static final class Search {

    private final SchoolRegister register;
    private final AcademicYear year;
    private final Optional<LocalDate> day;
    private final List<RegisterFindings.Filled> filled = new ArrayList<>();
    private final List<RegisterFindings.Contradiction> contradictions = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    Search(SchoolRegister register, AcademicYear year) {
      this.register = register;
      this.year = year;
      this.day = register.day();
    }

    RegisterFindings findings() {
      return new RegisterFindings(
          day,
          ImmutableList.copyOf(filled),
          ImmutableList.copyOf(contradictions),
          ImmutableList.copyOf(notes));
    }

    Application fill(Application application) {
      application.placeWith().forEach(this::note);
      Optional<School> whole = filled(application.school(), "", "/school", stated(application));
      return whole
          .map(school -> Application.builder().from(application).school(school).build())
          .orElse(application);
    }

    Progress fill(Progress progress) {
      Optional<School> whole = filled(progress.school(), "", "/school", stated(progress));
      return whole
          .map(school -> Progress.builder().from(progress).school(school).build())
          .orElse(progress);
    }

    WorkGroup fill(WorkGroup group) {
      group.lead().flatMap(GroupLead::school).ifPresent(this::note);
      group.sessions().stream()
          .flatMap(List::stream)
          .flatMap(session -> Optional.of(session).flatMap(Session::host).stream())
          .forEach(this::note);
      if (group.schools().isEmpty()) {
        return group;
      }
      ImmutableList.Builder<School> schools = ImmutableList.builder();
      for (int i = 0; i < group.schools().get().size(); i++) {
        School school = group.schools().get().get(i);
        schools.add(
            filled(school, Members.SCHOOLS.numbered(i + 1), "/schools/" + i, Optional.empty())
                .orElse(school));
      }
      return WorkGroup.builder().from(group).schools(schools.build()).build();
    }

    /** Whether the answers say that the school is state-funded. */
    private static Optional<Boolean> stated(Document document) {
      return document
          .answers()
          .find(Facts.STATE_FUNDED)
          .filter(Value.YesNo.class::isInstance)
          .map(answer -> ((Value.YesNo) answer).yes());
    }

    /** Returns the school with the values of the register; empty if the register lacks it. */
    private Optional<School> filled(
        School given, String of, String pointer, Optional<Boolean> stated) {
      Optional<RegisteredSchool> found = register.find(given.urn());
      note(given.urn());
      if (found.isEmpty()) {
        return Optional.empty();
      }
      School known = found.get().school();
      School.Builder builder = School.builder().from(given);
      boolean isAged = areAgesUsable(given, known);
      boolean isTyped = isTypeUsable(given, known, stated);
      for (SchoolValue<?> value : SchoolValue.ALL) {
        boolean isAge =
            value.equals(SchoolValue.LOWEST_AGE) || value.equals(SchoolValue.HIGHEST_AGE);
        boolean isUsable = isAge ? isAged : !value.equals(SchoolValue.TYPE) || isTyped;
        fill(value, given, known, isUsable, of, pointer, builder);
      }
      return Optional.of(builder.build());
    }

    private <T> void fill(
        SchoolValue<T> value,
        School given,
        School known,
        boolean isUsable,
        String of,
        String pointer,
        School.Builder builder) {
      Optional<T> inRegister = value.read().apply(known);
      Optional<T> inDocument = value.read().apply(given);
      String at = pointer + "/" + value.key();
      if (inRegister.isEmpty()) {
        return;
      }
      T theirs = inRegister.get();
      if (inDocument.isEmpty()) {
        if (isUsable) {
          value.write().accept(builder, theirs);
          filled.add(new RegisterFindings.Filled(of, value.what(), at, TfmJson.tree(theirs)));
        }
      } else if (!value.isSame().test(inDocument.get(), theirs)) {
        T own = inDocument.get();
        contradiction(
            at, own, value.clause().apply(of, own), theirs, value.clause().apply(of, theirs));
      }
    }

    private void contradiction(
        String at, Object own, String ownClause, Object theirs, String theirClause) {
      contradictions.add(
          new RegisterFindings.Contradiction(
              at,
              TfmJson.tree(own),
              TfmJson.tree(theirs),
              "The document says that "
                  + ownClause
                  + ", but "
                  + RegisterText.register(day)
                  + " says that "
                  + theirClause
                  + ". The value in the document is used."));
    }

    /** Whether the ages of both together are in order. */
    private static boolean areAgesUsable(School given, School known) {
      Optional<Integer> lowest = given.lowestAge().or(known::lowestAge);
      Optional<Integer> highest = given.highestAge().or(known::highestAge);
      return lowest.isEmpty() || highest.isEmpty() || lowest.get() <= highest.get();
    }

    /** Whether the type agrees with the answer about funding; if not, reports both. */
    private boolean isTypeUsable(School given, School known, Optional<Boolean> stated) {
      if (given.establishmentType().isPresent()
          || known.establishmentType().isEmpty()
          || stated.isEmpty()) {
        return true;
      }
      Funding funding = known.establishmentType().get().funding();
      if (funding == Funding.NOT_SAID || (funding == Funding.STATE) == stated.get()) {
        return true;
      }
      contradiction(
          ANSWER,
          stated.get(),
          new Observation(Facts.STATE_FUNDED.id(), "", Optional.of(Value.YesNo.of(stated.get())))
              .says(Facts.STATE_FUNDED),
          known.establishmentType().get(),
          new Observation(
                  Facts.ESTABLISHMENT_TYPE.id(),
                  "",
                  Optional.of(Value.Words.of(known.establishmentType().get())))
              .says(Facts.ESTABLISHMENT_TYPE));
      return false;
    }

    /** Notes that a school is not in the register, or not open in the year. */
    private void note(int urn) {
      Optional<RegisteredSchool> found = register.find(urn);
      if (found.isEmpty()) {
        notes.add(RegisterText.notFound(urn, day));
        return;
      }
      Optional<String> standing = RegisterText.standing(found.get(), year, day);
      standing.ifPresent(
          sentence -> {
            StringBuilder note = new StringBuilder(sentence);
            found.get().successors().stream()
                .flatMap(link -> register.find(link.urn()).stream())
                .forEach(next -> note.append(' ').append(RegisterText.successor(next)));
            notes.add(note.toString());
          });
    }
  }
}
