package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.tfm.rules.pack.SmallPacks;

/** Loading a pack logs nothing from the rule engine. */
class NothingLoggedTest {

  /** Captures the output of the logging backend of the tests at INFO and above. */
  private static String logged(Runnable done) {
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      done.run();
    } finally {
      System.setErr(err);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aPackIsLoadedWithoutAWordInTheLog() {
    assertThat(
            logged(
                () ->
                    assertThat(
                            PolicyBook.builder()
                                .files(SmallPacks.groupsOfAtLeast("quiet-hub", 6))
                                .files(SmallPacks.files("lake-hub", "", ""))
                                .build()
                                .packs())
                        .hasSize(2)))
        .isEmpty();
  }

  @Test
  void aWordOfTheEngineWouldBeSeen() {
    KieServices services = KieServices.get();
    KieFileSystem files =
        services.newKieFileSystem().write("src/main/resources/a.drl", "package elsewhere\n");
    assertThat(
            logged(
                () ->
                    assertThat(
                            services
                                .newKieBuilder(files)
                                .buildAll(ExecutableModelProject.class)
                                .getResults()
                                .getMessages())
                        .isNotNull()))
        .contains("WARN");
  }
}
