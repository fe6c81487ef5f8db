package org.tfm.examples.cli;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tfm.examples.text.Words;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code tfm} command.
 *
 * <p>Exit code 0 when an answer was given, whatever the verdict; 2 for bad input, with the message
 * on standard error and nothing on standard output. The commands that check packs or repeat
 * decisions, and a strict {@code batch}, end with exit code 1 if they find something wrong.
 */
@Command(
    name = "tfm",
    description =
        "Says whether a school may join a Maths Hub Work Group, with reasons and sources.",
    mixinStandardHelpOptions = true,
    versionProvider = Tfm.Version.class)
public final class Tfm implements Runnable {

  /** The exit code for bad input, and for output that cannot be written. */
  static final int BAD_INPUT = 2;

  private static final int FAILURE = 1;
  private static final int LONGEST_MESSAGE = 500;
  private static final int MOST_WORDS = 10;
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  /** The exit code of a command that found mistakes in packs or decisions that differ. */
  static final int MISTAKES_FOUND = 1;

  /** The commands, in the order in which help shows them. */
  static final ImmutableMap<String, Class<?>> COMMANDS =
      ImmutableMap.<String, Class<?>>builder()
          .put("assess", AssessCommand.class)
          .put("group", GroupCommand.class)
          .put("progress", ProgressCommand.class)
          .put("ask", AskCommand.class)
          .put("journey", JourneyCommand.class)
          .put("replay", ReplayCommand.class)
          .put("explain", ExplainCommand.class)
          .put("terms", TermsCommand.class)
          .put("offerings", OfferingsCommand.class)
          .put("hubs", HubsCommand.class)
          .put("schema", SchemaCommand.class)
          .put("batch", BatchCommand.class)
          .put("form-map", FormMapCommand.class)
          .put("screen", ScreenCommand.class)
          .put("register", RegisterCommand.class)
          .put("diff", DiffCommand.class)
          .put("impact", ImpactCommand.class)
          .put("check", CheckCommand.class)
          .put("test", TestCommand.class)
          .put("mutate", MutateCommand.class)
          .put("new-pack", NewPackCommand.class)
          .put("compile", CompileCommand.class)
          .put("archive", ArchiveCommand.class)
          .buildOrThrow();

  @Spec private CommandSpec spec;

  /** Reads the version from the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Tfm.class.getPackage().getImplementationVersion();
      return new String[] {"tfm " + (version == null ? "(not packaged)" : version)};
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Runs one command and ends the program. */
  public static void main(String... args) {
    StandardOutput out = StandardOutput.ofProcess();
    int exitCode = run(out, StandardOutput.errorsOfProcess(), args);
    // `run` reports a failure; nobody misses the rest if the reader has gone.
    System.exit(out.isReaderGone() ? 0 : exitCode);
  }

  /**
   * Runs one command; its exit code.
   *
   * @param out for answers
   * @param err for messages
   * @param args the command and its arguments; {@code help} and a command show its options
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return args.length > 0 && args[0].equals("help")
        ? execute(
            out, err, args.length > 1 ? new String[] {args[1], "--help"} : new String[] {"--help"})
        : execute(out, err, args);
  }

  private static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine commandLine = new CommandLine(new Tfm());
    commands(args).forEach(commandLine::addSubcommand);
    // Settings reach only the commands that have been added before.
    commandLine
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        // An argument that starts with `@` is not the name of a file with arguments.
        .setExpandAtFiles(false)
        .registerConverter(LocalDate.class, new DayConverter())
        .setParameterExceptionHandler(Tfm::badOption)
        .setExecutionExceptionHandler(Tfm::failed);
    int exitCode = execute(commandLine, err, args);
    boolean isWritten = !out.checkError();
    if (!isWritten && !(out instanceof StandardOutput output && output.isReaderGone())) {
      Printer.on(err)
          .line(
              "standard output: the answer cannot be written completely. Maybe the disk is full?");
      exitCode = BAD_INPUT;
    }
    err.flush();
    return exitCode;
  }

  /** Runs the command; the errors of a JVM that has no room left are a message too. */
  private static int execute(CommandLine commandLine, PrintWriter err, String... args) {
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError e) {
      Printer.on(err)
          .line(
              "the input needs more memory than the program has. Split it, or allow more with the"
                  + " option `-Xmx` of Java");
    } catch (StackOverflowError e) {
      Printer.on(err).line("the input is nested too deeply");
    }
    return BAD_INPUT;
  }

  /** The command that is named, or else all: loading all takes longer than many commands run. */
  private static Map<String, Class<?>> commands(String... args) {
    return args.length > 0 && COMMANDS.containsKey(args[0])
        ? Maps.filterKeys(COMMANDS, args[0]::equals)
        : COMMANDS;
  }

  private static int badOption(ParameterException e, String... args) {
    Printer messages = Printer.messages(e.getCommandLine().getCommandSpec());
    messages.line(shortened(message(e)));
    List<String> commands = List.copyOf(e.getCommandLine().getSubcommands().keySet());
    messages.line(
        commands.isEmpty()
            ? "Try `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help`"
            : "The commands are `" + String.join("`, `", commands) + "`");
    return BAD_INPUT;
  }

  private static String message(ParameterException e) {
    if (e.getCause() != null) {
      return unconverted(e);
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return "missing: "
          + Words.list(
              missing.getMissing().stream().map(arg -> "`" + name(arg) + "`").toList(), "and");
    }
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched.getUnmatched().get(0), e.getCommandLine());
    }
    String message = String.valueOf(e.getMessage());
    List<String> options =
        OPTION.matcher(message).results().map(option -> "`" + option.group() + "`").toList();
    return e instanceof MutuallyExclusiveArgsException
        ? "use only one of " + Words.list(options, "and")
        : message;
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }

  private static String unmatched(String word, CommandLine commandLine) {
    Set<String> commands = commandLine.getSubcommands().keySet();
    boolean isOption = word.startsWith("-");
    String what = isOption ? "option" : commands.isEmpty() ? "argument" : "command";
    String hint =
        DidYouMean.hint(
            word, isOption ? commandLine.getCommandSpec().optionsMap().keySet() : commands);
    String further = hint.isEmpty() && isOption ? elsewhere(word) : hint;
    return "there is no " + what + " `" + word + "`" + (further.isEmpty() ? "" : ". " + further);
  }

  /** Returns the commands that have an option. */
  private static String elsewhere(String option) {
    List<String> others =
        COMMANDS.entrySet().stream()
            .filter(
                command ->
                    CommandSpec.forAnnotatedObject(command.getValue())
                        .optionsMap()
                        .containsKey(option))
            .map(command -> "`" + command.getKey() + "`")
            .toList();
    return others.isEmpty() ? "" : "It is an option of " + Words.list(others, "and");
  }

  /** The message for a value of the wrong type; picocli would name classes. */
  private static String unconverted(ParameterException e) {
    ArgSpec option = e.getArgSpec();
    if (option == null) {
      return "the command has no such argument";
    }
    return option.type() == LocalDate.class
        ? DayConverter.NO_DAY.formatted(e.getValue())
        : "`" + e.getValue() + "` is not a " + expected(option);
  }

  private static String expected(ArgSpec option) {
    Object[] words = option.type().getEnumConstants();
    return words == null || words.length > MOST_WORDS
        ? "value of " + option.paramLabel()
        : option.paramLabel()
            + "; expected "
            + Words.list(
                Stream.of(words)
                    .map(word -> "`" + word.toString().toLowerCase(Locale.ROOT) + "`")
                    .toList(),
                "or");
  }

  /** A message that may contain arguments of any length, on one line. */
  private static String shortened(String message) {
    String line = message.replace("\n", " ");
    return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
  }

  private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
    Printer messages = Printer.messages(commandLine.getCommandSpec());
    if (e instanceof InvalidInputException refused) {
      messages.problems(refused);
      return BAD_INPUT;
    }
    // Anything else is our fault. A whole stack trace might show personal data.
    StackTraceElement[] trace = e.getStackTrace();
    messages.line(
        "tfm failed: "
            + e.getClass().getSimpleName()
            + (trace.length > 0 ? " at " + trace[0] : "")
            + ". This is a fault of the program, not of the input");
    return FAILURE;
  }
}
