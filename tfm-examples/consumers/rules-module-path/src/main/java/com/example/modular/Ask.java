package com.example.modular;

import java.nio.file.Path;
import org.tfm.model.assessment.Assessment;
import org.tfm.rules.book.PolicyBook;

/**
 * Assesses an application with the bundled packs and those of a folder.
 *
 * <p>Run it with {@code --module-path … --add-modules ALL-MODULE-PATH}, because the rule engine
 * loads its parts as services.
 */
public final class Ask {

  private Ask() {}

  /** Runs the program. The arguments are the folder of packs and the application in JSON. */
  public static void main(String[] args) {
    PolicyBook book = PolicyBook.builder().bundledPacks().directory(Path.of(args[0])).build();
    Assessment assessment = book.decide(book.readApplication(args[1])).assessment();

    System.out.println("modules: " + name(Ask.class) + ", " + name(PolicyBook.class)
        + ", " + name(Assessment.class));
    System.out.println("verdict: " + assessment.verdict());
    assessment.unmet().forEach(finding -> System.out.println("unmet: " + finding.sentence()));
  }

  private static String name(Class<?> type) {
    return type.getModule().getName();
  }
}
