package org.tfm.examples.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tfm.model.problem.InvalidInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code tfm} command.
 *
 * <p>Exit code 0 when an answer was given, whatever the verdict; 2 for bad input, with the message
 * on standard error and nothing on standard output. The commands that check packs answer with exit
 * code 1 where they found mistakes, so that a build fails.
 */
@Command(
    name = "tfm",
    description =
        "Says whether a school may join a Maths Hub Work Group, with reasons and sources.",
    mixinStandardHelpOptions = true,
    versionProvider = Tfm.Version.class,
    subcommands = {
      AssessCommand.class,
      GroupCommand.class,
      ProgressCommand.class,
      TermsCommand.class,
      OfferingsCommand.class,
      SchemaCommand.class,
      ScreenCommand.class,
      DiffCommand.class,
      ImpactCommand.class,
      CheckCommand.class,
      TestCommand.class,
      MutateCommand.class,
      NewPackCommand.class
    })
public final class Tfm implements Runnable {

  private static final int BAD_INPUT = 2;
  private static final int FAILURE = 1;

  /** The exit code of a command that checks packs and found mistakes in them. */
  static final int MISTAKES_FOUND = 1;

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
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Runs one command and ends the program. */
  public static void main(String... args) {
    System.exit(
        run(
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args));
  }

  /** Runs one command; its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine commandLine =
        new CommandLine(new Tfm())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Tfm::badOption)
            .setExecutionExceptionHandler(Tfm::failed);
    int exitCode = commandLine.execute(args);
    out.flush();
    err.flush();
    return exitCode;
  }

  private static int badOption(ParameterException e, String... args) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      List<String> commands = List.copyOf(e.getCommandLine().getSubcommands().keySet());
      err.println(
          commands.isEmpty()
              ? "Try `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help`"
              : "Commands are `" + String.join("`, `", commands) + "`");
    }
    return BAD_INPUT;
  }

  private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
    if (e instanceof InvalidInputException) {
      commandLine.getErr().println(e.getMessage());
      return BAD_INPUT;
    }
    // Anything else is our fault. A trace would help us, but might show what was read.
    StackTraceElement[] trace = e.getStackTrace();
    commandLine
        .getErr()
        .println(
            "tfm failed: "
                + e.getClass().getSimpleName()
                + (trace.length > 0 ? " at " + trace[0] : "")
                + ". This is a mistake of the program, not of the input");
    return FAILURE;
  }
}
