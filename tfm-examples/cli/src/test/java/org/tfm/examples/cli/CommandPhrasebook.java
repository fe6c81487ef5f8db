package org.tfm.examples.cli;

import static org.tfm.examples.cli.Commands.demo;
import static org.tfm.examples.cli.Commands.tfm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tfm.english.ReviewedTexts;
import org.tfm.examples.cli.Commands.Run;
import org.tfm.examples.text.Names;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.TextReport;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.StatedTerm;
import org.tfm.model.document.Document;
import org.tfm.model.record.DecisionRecord;
import org.tfm.model.term.Term;
import org.tfm.rules.book.Decision;
import org.tfm.rules.book.OfferingEntry;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.check.WorkedCases;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every distinct text of the command line, from runs of its commands. The sentences of the library
 * are in its own phrasebook.
 */
final class CommandPhrasebook {

  static final String REPORTS = "Reports";
  static final String LETTERS = "Letters";
  static final String QUESTIONS = "Questions";
  static final String TERMS = "Terms";

  private static final Path POLICIES = Path.of("../../tfm-rules/src/main/resources/policies");
  private static final Path REGISTER =
      Path.of("../../tfm-rules/register/src/test/resources/register/register.csv");
  private static final LocalDate DAY = LocalDate.parse("2022-05-03");
  private static final String CHESHIRE = "cheshire-wirral/primary-development/2022-23";
  private static final String DERBYSHIRE = "east-midlands-west/primary-development/2020-21";

  /** The first words of lines that never go on with the line before. */
  private static final Set<String> NEW_LINES = Set.of("-", "•", "Verdict:");

  private final PolicyBook book = PolicyBook.bundled();
  private final Names names = new Names(book);
  private final Map<String, Set<String>> texts = new LinkedHashMap<>();
  private final Set<String> ofTheLibrary = new HashSet<>();
  private final Path folder;

  private CommandPhrasebook(Path folder) {
    this.folder = folder;
  }

  /**
   * The texts by heading, each once.
   *
   * @param folder an empty folder for documents and packs
   */
  static ReviewedTexts texts(Path folder) throws IOException {
    return new ReviewedTexts(new CommandPhrasebook(folder).all());
  }

  private Map<String, Set<String>> all() throws IOException {
    help();
    documents();
    terms();
    records();
    comparisons();
    packs();
    messages();
    return texts;
  }

  /** Adds each text of an output, without line breaks inside and without what varies. */
  private void add(String heading, String output) {
    addLines(heading, unwrapped(output));
  }

  private void addLines(String heading, List<String> lines) {
    for (String line : lines) {
      String text = line.replace(folder.toString(), "FOLDER");
      String shown =
          text.replaceFirst("^ *([-•] )?", "")
              .replaceFirst("( \\[[0-9]+\\])+$", "")
              .replaceAll("sha256[:-][0-9a-f]+", "sha256:HASH")
              .replaceAll("\\b[0-9a-f]{64}\\b", "HASH")
              .replaceAll("\\.drl:[0-9]+", ".drl:LINE")
              .replaceAll("library [0-9.]+(-SNAPSHOT)?", "library VERSION");
      if (!shown.isBlank() && !ofTheLibrary.contains(shown)) {
        texts.computeIfAbsent(heading, any -> new TreeSet<>()).add(shown);
      }
    }
  }

  /** Joins the lines that a page has broken because the next word did not fit. */
  private List<String> unwrapped(String output) {
    List<String> whole = new ArrayList<>();
    int last = 0;
    for (String line : output.lines().toList()) {
      String word = line.strip().split(" ", 2)[0];
      boolean isContinued =
          !word.isEmpty()
              && !line.contains(folder.toString())
              && last > 0
              && last + 1 + word.length() > Page.WIDTH
              && !NEW_LINES.contains(word)
              && !line.equals("  or");
      if (isContinued) {
        whole.set(whole.size() - 1, whole.get(whole.size() - 1) + " " + line.strip());
      } else {
        whole.add(line);
      }
      // A line with a path is not broken, and is as long as the path.
      last = line.contains(folder.toString()) ? 0 : line.length();
    }
    return whole;
  }

  private void run(String heading, String... args) {
    Commands.Run run = tfm(args);
    add(heading, run.out());
    addLines(heading + ", standard error", run.err().lines().toList());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private void help() {
    help(new CommandLine(new Tfm()).getCommandSpec());
    Tfm.COMMANDS.values().forEach(type -> help(new CommandLine(type).getCommandSpec()));
  }

  private void help(CommandSpec spec) {
    Stream.of(
            Stream.of(spec.usageMessage().description()),
            spec.options().stream().map(OptionSpec::description).flatMap(Stream::of),
            spec.positionalParameters().stream().flatMap(one -> Stream.of(one.description())))
        .flatMap(one -> one)
        .forEach(text -> add("Help", text));
  }

  /** The worked cases of all packs: a report for each, and a letter for each sort of answer. */
  private void documents() throws IOException {
    Set<String> sorts = new HashSet<>();
    for (Map.Entry<String, String> file : ReviewedTexts.files(POLICIES, ".cases.yaml").entrySet()) {
      for (Document document : WorkedCases.read(file.getKey(), file.getValue()).documents()) {
        Decision decision = book.decide(document, DAY);
        Assessment assessment = decision.assessment();
        ofTheLibrary(assessment);
        add(REPORTS, TextReport.SHORT.page(names, document, assessment).text());
        String sort =
            document.getClass().getSimpleName() + assessment.verdict() + document.offering();
        if (sorts.add(sort)) {
          DecisionRecord record = decision.record();
          letter(Letter.of(new Explained(record, book), new Page()).text());
        }
      }
    }
    for (String name : List.of("yes", "no", "more")) {
      String file = file(name + ".json", demo(name));
      add(REPORTS, tfm("assess", "--full", file).out());
      add(REPORTS, tfm("assess", "--what-would-change", file).out());
      run("Sources", "assess", "--sources", file);
      add(QUESTIONS, tfm("ask", "--all", file).out());
    }
    add(QUESTIONS, tfm("ask", folder.resolve("more.json").toString(), "--leave", "trn").out());
    String offering =
        "{\"offering\":{\"hub\":\"cheshire-wirral\",\"type\":\"primary-development\","
            + "\"year\":\"2022/23\"}";
    add(
        QUESTIONS,
        tfm("ask", "--all", "--document", "group", file("group.json", offering + "}")).out());
    String year = file("year.json", offering + ",\"school\":{\"urn\":100008}}");
    add(QUESTIONS, tfm("ask", "--all", "--document", "progress", year).out());
  }

  /** Adds a letter without its list of sources, whose texts are those of the packs. */
  private void letter(String letter) {
    int sources = letter.indexOf("\nWhere this comes from\n");
    int foot = letter.indexOf("\n\n", Math.max(0, sources));
    add(LETTERS, sources < 0 ? letter : letter.substring(0, sources) + letter.substring(foot));
  }

  private void ofTheLibrary(Assessment assessment) {
    for (Finding finding : assessment.findings()) {
      Stream.of(finding.sentence(), finding.openPoint(), finding.demanded())
          .flatMap(String::lines)
          .map(line -> line.replaceFirst("^• ", ""))
          .forEach(ofTheLibrary::add);
      finding.missing().forEach(missing -> ofTheLibrary.add(missing.question()));
      ofTheLibrary.add("Met. " + finding.sentence());
    }
    assessment.entitlements().stream().map(EntitlementFinding::sentence).forEach(ofTheLibrary::add);
    Stream.of(assessment.provision(), assessment.undertakings(), assessment.priorities())
        .flatMap(List::stream)
        .map(StatedTerm::sentence)
        .forEach(ofTheLibrary::add);
  }

  private void terms() {
    for (OfferingEntry entry : book.offerings()) {
      if (entry.year().isPresent()) {
        book.terms(entry.in(entry.year().get())).terms().stream()
            .map(Term::sentence)
            .forEach(ofTheLibrary::add);
      }
    }
    add(TERMS, tfm("terms", "cheshire-wirral", "primary-development", "2022/23").out());
    add(TERMS, tfm("terms", "archimedes-ne", "primary-sustaining", "2021/22").out());
    add(
        TERMS,
        tfm("terms", "boolean", "primary-development", "2024/25", "--on", "2023-01-01").out());
    run("Sources", "terms", "archimedes-ne", "primary-sustaining", "2021/22", "--sources");
    run("Lists", "offerings");
    run("Lists", "schema");
  }

  private void records() throws IOException {
    Path records = folder.resolve("records");
    for (String name : List.of("yes", "no", "more")) {
      String file = folder.resolve(name + ".json").toString();
      run("Records", "assess", file, "--record", records.toString(), "--decided-on", "2022-05-03");
    }
    String other =
        Commands.pack(folder.resolve("strict"), "cheshire-wirral/2022-23", "days(10)", "days(12)");
    List<String> kept = List.copyOf(ReviewedTexts.files(records, ".json").keySet());
    for (String record : kept) {
      run("Records", "explain", record, "--as", "line");
      run("Records", "explain", record, "--as", "trace");
      run("Records", "replay", record, "--packs", other);
    }
    run("Records", "replay", kept.get(0), kept.get(1));
    run("Records", "replay", kept.get(0), kept.get(1), "--packs", other);
  }

  private void comparisons() throws IOException {
    String strict = folder.resolve("strict").toString();
    run("Comparisons", "diff", CHESHIRE, DERBYSHIRE);
    run("Comparisons", "diff", CHESHIRE, CHESHIRE);
    run("Comparisons", "diff", CHESHIRE, "--packs-after", strict, "--markdown");
    Path applications = Files.createDirectories(folder.resolve("applications"));
    for (String name : List.of("yes", "no", "more")) {
      Files.writeString(applications.resolve(name + ".json"), demo(name));
    }
    run("Comparisons", "impact", "--applications", applications.toString(), "--after", strict);
    run("Comparisons", "impact", "--applications", applications.toString());
    String rows = file("rows.jsonl", demo("yes").replace("\n", " ") + "\n{}\n");
    addLines("Many", tfm("batch", rows, "-").err().lines().toList());
    forms();
    run(
        "Many",
        "screen",
        REGISTER.toString(),
        "--hub",
        "cheshire-wirral",
        "--year",
        "2022/23",
        "--summary-only");
  }

  private void forms() throws IOException {
    String form =
        file(
            "form.csv",
            """
            Timestamp,URN,Phase,TRN,TRN2,Are you committed to teaching for mastery this year?,Notes
            03/05/2022 17:05:09,100008,Primary,1234567,,Yes,
            03/05/2022 17:05:09,100008,Secondary,1234567,,No,
            03/05/2022 17:05:09,100009,,1234567,,,
            03/05/2022 17:05:09,100010,,123456,,,
            """);
    String[] offering = {
      "--hub", "cheshire-wirral", "--type", "primary-development", "--year", "2022/23"
    };
    Run proposed =
        tfm(Stream.concat(Stream.of("form-map", form), Stream.of(offering)).toArray(String[]::new));
    addLines("Forms", proposed.out().lines().toList());
    addLines("Forms", proposed.err().lines().toList());
    String map = file("form.yaml", proposed.out().replaceAll("(?m)^ *unsure: true.*\\n", ""));
    assess(form, map);
    String groups =
        file(
            "groups.csv",
            """
            Work group,Lead's role,School URN,Session 1 date
            North,Cohort Lead,100008,TBC
            ,,100009,
            South,,100008,
            """);
    Run ofGroups =
        tfm(
            Stream.concat(Stream.of("form-map", groups, "--document", "group"), Stream.of(offering))
                .toArray(String[]::new));
    addLines("Forms", ofGroups.out().lines().toList());
    assess(groups, file("groups.yaml", ofGroups.out()));
  }

  private void assess(String form, String map) {
    Run run = tfm("batch", form, "-", "--form", map);
    addLines("Forms", run.out().lines().toList());
    addLines("Forms", run.err().lines().toList());
  }

  private void packs() throws IOException {
    String made = folder.resolve("made").toString();
    run("Packs", "new-pack", made, "--hub", "here", "--name", "A hub", "--year", "2024/25");
    for (String command : List.of("check", "test", "mutate")) {
      run("Packs", command, made);
    }
    for (Map.Entry<String, String> rules :
        ReviewedTexts.files(folder.resolve("made"), ".drl").entrySet()) {
      Files.writeString(
          Path.of(rules.getKey()), rules.getValue().replaceFirst("\\bmust\\(", "should("));
    }
    run("Packs", "test", made);
    for (Map.Entry<String, String> rules :
        ReviewedTexts.files(folder.resolve("made"), ".drl").entrySet()) {
      Files.writeString(
          Path.of(rules.getKey()), rules.getValue().replaceFirst("\\bterms\\.", "term."));
    }
    run("Packs", "check", made, "--stale-on", "2040-01-01");
    run("Packs", "check", made, "--stale-on", "2020-01-01", "--stale-after", "1");
    run("Packs", "test", made);
  }

  /** The answers to bad input, and the messages as the code has them. */
  private void messages() throws IOException {
    String nowhere = folder.resolve("nowhere").toString();
    String yes = folder.resolve("yes.json").toString();
    for (String command : Tfm.COMMANDS.keySet()) {
      bad(command);
      bad(command, "--no-such-option");
    }
    bad("asess");
    bad("assess", nowhere);
    bad("assess", file("empty.json", ""));
    bad("assess", file("braces.json", "{}"));
    bad("assess", file("typo.json", demo("yes").replace("\"school\"", "\"shool\"")));
    bad("assess", file("year.txt", demo("yes").replace("2022/23", "2022/24")));
    bad("assess", file("hub.json", demo("yes").replace("cheshire-wirral", "cheshire-wiral")));
    bad("assess", file("phase.json", demo("yes").replace("\"PRIMARY\"", "\"PRIMRY\"")));
    bad("assess", file("trn.json", demo("yes").replaceFirst("\"[0-9]{7}\"", "\"12\"")));
    bad("assess", yes, "--on", "soon");
    bad("assess", yes, "--decided-on", "2022-05-03");
    bad("ask", yes, "--document", "letter");
    bad("terms", "cheshire-wirral", "primary-developments", "2022/23");
    bad("terms", "cheshire-wirral", "primary-development", "2030/31");
    bad("offerings", "--packs", nowhere);
    bad("schema", "aplication");
    bad("diff", "cheshire", "b/c", "--on", "soon");
    bad("diff", CHESHIRE, "--json", "--markdown");
    bad("impact", "--applications", nowhere);
    bad("batch", yes, "out.txt");
    bad("screen", nowhere, "--hub", "cheshire-wirral", "--year", "2022/23");
    bad("replay", yes);
    bad("explain", yes, "--as", "poem");
    for (String command : List.of("check", "test", "mutate")) {
      bad(command, nowhere);
    }
    bad("new-pack", folder.toString(), "--hub", "Here", "--name", "A hub", "--year", "2024");
    ReviewedTexts.messages(Path.of("src/main/java"))
        .forEach(message -> add("Messages in the code", message));
  }

  private void bad(String... args) {
    addLines("Answers to bad input", tfm(args).err().lines().toList());
  }
}
