package org.tfm.model.programme;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.style.Internal;

/**
 * A type of work group that hubs offer.
 *
 * <p>The set is open: a pack may offer a type that is not {@linkplain #known() known} to the
 * library.
 *
 * @param id the id in kebab case, such as {@code primary-development}
 * @param title the title, such as {@code Primary Mastery Development}
 * @param stage the stage of the journey, if the type belongs to one
 * @param codes the codes that the programme gives it, such as {@code NCP24-11}
 * @param alsoCalled the ids of other names under which schools took part in it
 */
@TfmJson.Strict
public record WorkGroupType(
    String id,
    String title,
    Optional<Stage> stage,
    ImmutableList<String> codes,
    ImmutableList<String> alsoCalled) {

  private static final ImmutableMap<String, WorkGroupType> KNOWN =
      Maps.uniqueIndex(
          List.of(
              staged("primary-readiness", "Primary Mastery Readiness", Stage.READINESS),
              staged("primary-development", "Primary Mastery Development", Stage.DEVELOPMENT),
              staged("primary-embedding", "Primary Mastery Embedding", Stage.EMBEDDING),
              staged("primary-sustaining", "Primary Mastery Sustaining", Stage.SUSTAINING),
              staged("secondary-development", "Secondary Mastery Development", Stage.DEVELOPMENT),
              staged("secondary-embedding", "Secondary Mastery Embedding", Stage.EMBEDDING),
              staged("secondary-sustaining", "Secondary Mastery Sustaining", Stage.SUSTAINING),
              other("primary-mastery", "Primary Teaching for Mastery"),
              other(
                  "continuing-2017-18-groups", "Continuing the Primary Mastery groups of 2017/18"),
              other("primary-subject-knowledge", "Primary Maths Subject Knowledge"),
              other("teaching-assistant-subject-knowledge", "Teaching Assistant Subject Knowledge"),
              other("intervention-in-mastery", "Intervention in a Mastery context"),
              other("lesson-design", "Lesson Design"),
              other("greater-depth", "Planning for Greater Depth"),
              other("send-partnership", "SEND Partnership"),
              other("mastering-number", "Mastering Number"),
              other("mastering-number-ks2", "Mastering Number at Key Stage 2"),
              other("mastering-number-embedding", "Mastering Number: Embedding the Impact"),
              other("primary-mastery-specialist", "Primary Mastery Specialist Programme"),
              other("secondary-mastery-specialist", "Secondary Mastery Specialist Programme"),
              other("post-16-mastery-specialist", "Further Education Mastery Specialists"),
              other(
                  "primary-early-career-subject-knowledge",
                  "Subject Knowledge for Primary Early Career Teachers"),
              other(
                  "secondary-non-specialist-subject-knowledge",
                  "Subject Knowledge for Secondary Non-specialist Teachers"),
              other(
                  "secondary-embedding-and-sustaining",
                  "Secondary Mastery Embedding and Sustaining"),
              other("securing-foundations-year-7", "Securing Foundations at Year 7"),
              other("years-5-8-continuity", "Years 5 to 8 Continuity")),
          WorkGroupType::id);

  /**
   * Validates the id.
   *
   * @throws org.tfm.model.problem.InvalidInputException if the id is malformed
   */
  public WorkGroupType {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(stage, "stage");
    requireNonNull(codes, "codes");
    requireNonNull(alsoCalled, "alsoCalled");
    Ids.check("work group type id", id);
  }

  private static WorkGroupType staged(String id, String title, Stage stage) {
    return new WorkGroupType(id, title, Optional.of(stage), ImmutableList.of(), ImmutableList.of());
  }

  private static WorkGroupType other(String id, String title) {
    return new WorkGroupType(id, title, Optional.empty(), ImmutableList.of(), ImmutableList.of());
  }

  /** The types that the library knows, by id. */
  public static ImmutableMap<String, WorkGroupType> known() {
    return KNOWN;
  }

  /** Returns the known type with this id, or a new type with a title made from the id. */
  public static WorkGroupType of(String id) {
    requireNonNull(id, "id");
    WorkGroupType known = KNOWN.get(id);
    return known != null ? known : other(id, sentenceCase(id));
  }

  /**
   * Returns a title as it is written within a sentence: a programme has an article.
   *
   * @hidden
   */
  @Internal
  public static String inText(String title) {
    requireNonNull(title, "title");
    return title.endsWith(" Programme") ? "the " + title : title;
  }

  private static String sentenceCase(String id) {
    String words = id.replace('-', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
