package com.example.modular;

import java.nio.file.Path;
import org.tfm.model.assessment.Assessment;
import org.tfm.rules.book.PolicyBook;

/**
 * Asks the library's packs and those of a folder about an application.
 *
 * <p>Run it with {@code --module-path … --add-modules ALL-MODULE-PATH}: the rule engine finds its
 * own parts as services, so nothing that is compiled names them all.
 */
public final class Ask {

  private Ask() {}

  /** The arguments are the folder of packs and the application in JSON. */
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
