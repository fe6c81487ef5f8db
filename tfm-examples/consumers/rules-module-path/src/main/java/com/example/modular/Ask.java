package com.example.modular;

import java.nio.file.Path;
import org.tfm.model.document.Application;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.json.TfmJson;
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
    Application application = TfmJson.read(args[1], Application.class);
    Assessment assessment =
        book.terms(application.offering(), application.school().kind()).assess(application);

    System.out.println("modules: " + name(Ask.class) + ", " + name(PolicyBook.class)
        + ", " + name(Assessment.class));
    System.out.println("verdict: " + assessment.verdict());
    assessment.unmet().forEach(finding -> System.out.println("unmet: " + finding.sentence()));
  }

  private static String name(Class<?> type) {
    return type.getModule().getName();
  }
}
