package org.tfm.examples.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.json.Schemas;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.rules.pack.PackFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of a document, or lists the schemas. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of a document, or lists the schemas.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

  private static final List<Schemas> ALL = List.of(TfmJson.schemas(), PackFiles.schemas());

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The name of a schema, such as application. Without it: the list.")
  private @Nullable String name;

  @Override
  public Integer call() {
    Printer answers = Printer.answers(spec);
    if (name == null) {
      names().forEach(one -> answers.line(String.format(Locale.ROOT, "%-24s %s", one, title(one))));
    } else {
      answers.file(text(name));
    }
    return 0;
  }

  private static Stream<String> names() {
    return ALL.stream().flatMap(schemas -> schemas.names().stream());
  }

  private static String title(String name) {
    return TfmJson.reader().tree(text(name)).path("title").asText();
  }

  private static String text(String name) {
    return ALL.stream()
        .flatMap(schemas -> schemas.find(name).stream())
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = names().toList();
              String hint = DidYouMean.hint(name, known);
              return new InvalidInputException(
                  Problem.of(ProblemCode.UNKNOWN_WORD, "`%s` is not the name of a schema", name)
                      .withHint(
                          hint.isEmpty()
                              ? "Expected one of `" + String.join("`, `", known) + "`"
                              : hint));
            });
  }
}
