package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.tfm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Days in the options of all commands. */
class DaysTest {

  private static final String EXPECTED =
      " is not a day of the years 1990 to 2099; expected one such as `2022-10-31`\n";

  /** Returns every command with each of its options for a day. */
  static List<List<String>> options() {
    List<List<String>> options = new ArrayList<>();
    Tfm.COMMANDS.forEach((name, type) -> add(List.of(name), new CommandLine(type), options));
    return options;
  }

  private static void add(
      List<String> command, CommandLine commandLine, List<List<String>> options) {
    for (OptionSpec option : commandLine.getCommandSpec().options()) {
      if (option.paramLabel().equals("DATE") || option.paramLabel().equals("DAY")) {
        List<String> words = new ArrayList<>(command);
        words.add(option.longestName());
        options.add(words);
      }
    }
    commandLine
        .getSubcommands()
        .forEach(
            (name, below) -> {
              List<String> words = new ArrayList<>(command);
              words.add(name);
              add(words, below, options);
            });
  }

  private static Commands.Run run(List<String> option, String day) {
    List<String> words = new ArrayList<>(option);
    words.set(words.size() - 1, option.get(option.size() - 1) + "=" + day);
    if (option.get(0).equals("diff")) {
      words.add(1, "cheshire-wirral/primary-development/2022-23");
    }
    return tfm(words.toArray(String[]::new));
  }

  @Test
  void theOptionsAreFound() {
    assertThat(options())
        .contains(
            List.of("assess", "--on"),
            List.of("assess", "--decided-on"),
            List.of("register", "index", "--of"),
            List.of("check", "--stale-on"),
            List.of("diff", "--on"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void aDayOfAnotherYearIsRefusedWhereverADayIsRead(List<String> option) {
    for (String day : List.of("+999999999-12-31", "-999999999-01-01", "1989-12-31", "2100-01-01")) {
      Commands.Run run = run(option, day);
      run.isRefused("`" + day + "`" + EXPECTED);
    }
    assertThat(run(option, "1990-01-01").err()).doesNotContain(EXPECTED);
    assertThat(run(option, "2099-12-31").err()).doesNotContain(EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2022-02-30",
        "31/10/2022",
        "2022-10-3",
        "2022-W44-1",
        "+2022-10-31",
        "-2022-10-31",
        "2022-10-31T00:00",
        " 2022-10-31"
      })
  void anythingElseIsNoDay(String text) {
    run(List.of("terms", "--on"), text).isRefused("`" + text + "`" + EXPECTED);
    assertThat(DayConverter.find("2022-10-31")).contains(LocalDate.of(2022, 10, 31));
  }
}
