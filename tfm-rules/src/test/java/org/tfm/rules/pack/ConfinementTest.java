package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Term;
import org.tfm.rules.book.PolicyBook;

/** Rule files are untrusted: text outside the language is refused, and nothing runs. */
class ConfinementTest {

  private static final String SING = "org.tfm.rules.pack.Canary.sing()";
  private static final String TOUCH =
      "new java.io.File(System.getProperty(\"java.io.tmpdir\"), \"tfm-canary\").createNewFile()";
  private static final String GOOD_THEN = "terms.provision(\"focus\").that(\"it is laid on\");";
  private static final String GOOD_RULE = SmallPacks.rule("good", GOOD_THEN);

  @AfterEach
  void theCanaryIsSilent() {
    assertThat(Canary.isSilent()).isTrue();
  }

  /** Files after the package line, each with a valid rule so that only the attack is wrong. */
  private static Map<String, String> hostileFiles() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("import", "import org.tfm.rules.pack.Canary;\n" + GOOD_RULE);
    files.put("static import", "import static org.tfm.rules.pack.Canary.sing;\n" + GOOD_RULE);
    files.put("import function", "import function org.tfm.rules.pack.Canary.sing;\n" + GOOD_RULE);
    files.put("import after a rule", GOOD_RULE + "import java.io.File;\n");
    files.put("global", "global java.util.List list;\n" + GOOD_RULE);
    files.put("a second global named terms", "global java.lang.Runtime terms;\n" + GOOD_RULE);
    files.put("function", "function String f() { return " + SING + "; }\n" + GOOD_RULE);
    files.put("declare", "declare Evil x : String = " + SING + " end\n" + GOOD_RULE);
    files.put("declare enum", "declare enum E A(" + SING + "); x : String end\n" + GOOD_RULE);
    files.put("query", "query q Offering() end\n" + GOOD_RULE);
    files.put("unit", "unit org.tfm.rules.pack.Canary;\n" + GOOD_RULE);
    files.put("dialect of the file", "dialect \"mvel\"\n" + GOOD_RULE);
    files.put("attributes of the file", "no-loop true\n" + GOOD_RULE);
    files.put("expander", "expander evil.dsl\n" + GOOD_RULE);
    files.put("a second package", "package java.lang\n" + GOOD_RULE);
    files.put("comment that closes early", "/* */ import java.io.File; /* */\n" + GOOD_RULE);
    files.put("comment in a comment", "/* /* */ " + SING + " */\n" + GOOD_RULE);
    files.put("comment that never closes", GOOD_RULE + "/* import java.io.File;\n");
    files.put("hash comment", "# x\n" + GOOD_RULE);
    files.put("unicode escape for a word", "\\u0069mport java.io.File;\n" + GOOD_RULE);
    files.put("NUL", GOOD_RULE + "\0");
    files.put("NUL in a comment", "// \0\n" + GOOD_RULE);
    files.put("bidi mark", GOOD_RULE + "\u202e");
    files.put("bidi mark in a comment", "// \u202e }dne\n" + GOOD_RULE);
    files.put("bidi isolate in a long comment", "/* \u2066 */\n" + GOOD_RULE);
    files.put("line separator as a space", "\u2028" + GOOD_RULE);
    files.put("letter of another script", GOOD_RULE.replace("rule", "rul\u0435"));
    files.put("full-width letter", GOOD_RULE.replace("end", "\uff45nd"));
    files.put("text at the end", GOOD_RULE + SING + ";\n");
    files.put("rule that extends", GOOD_RULE.replace("\"good\"", "\"good\" extends \"x\""));
    for (String attribute :
        List.of(
            "salience 10",
            "salience ( " + SING + " )",
            "enabled ( " + SING + " )",
            "timer ( int: 0 1s )",
            "dialect \"mvel\"",
            "no-loop true",
            "lock-on-active true",
            "agenda-group \"x\"",
            "ruleflow-group \"x\"",
            "auto-focus true",
            "calendars \"x\"",
            "duration 10",
            "date-effective \"1-Jan-2020\"")) {
      files.put("attribute " + attribute, GOOD_RULE.replace("when\n", attribute + "\nwhen\n"));
    }
    for (String name :
        List.of(
            "good\\u0022",
            "good\\\" " + SING,
            "good\nwhen",
            "good\" " + SING + " \"",
            "Good",
            "good;",
            "good\u202e",
            "",
            "g".repeat(81))) {
      files.put("rule name " + name, GOOD_RULE.replace("\"good\"", "\"" + name + "\""));
    }
    for (String annotation :
        List.of(
            "@Cites(\"flyer: \\u0022\")",
            "@Cites(\"flyer: x\\\"\")",
            "@Cites(\"flyer: x\n\")",
            "@Cites(\"flyer: \0\")",
            "@Cites(\"flyer: \u2067\")",
            "@Cites(value = \"flyer: x\")",
            "@Cites(" + SING + ")",
            "@Cites(\"flyer: x\") @Propagation(EAGER)",
            "@Cites(\"flyer: x\") @" + SING,
            "@org.tfm.Cites(\"flyer: x\")")) {
      files.put(
          "annotation " + annotation, GOOD_RULE.replace("@Cites(\"flyer: good\")", annotation));
    }
    for (String word : ConfinementPropertyTest.CALLS) {
      for (String argument : List.of(SING, "new Object()", "\"x\" + " + SING, "() -> " + SING)) {
        files.put(
            "argument " + argument + " of " + word,
            GOOD_RULE.replace(GOOD_THEN, "terms." + word + "(" + argument + ");"));
      }
      files.put(
          "class of " + word,
          GOOD_RULE.replace(GOOD_THEN, GOOD_THEN.replace(";", "." + word + "().getClass();")));
    }
    return files;
  }

  /** When-parts. */
  private static List<String> hostileWhens() {
    return List.of(
        "eval( " + SING + " != null )",
        "Offering() from " + SING,
        "Offering() from collect( Offering() )",
        "accumulate( Offering(); $n : count(1) )",
        "Number() from accumulate( Offering(), count(1) )",
        "forall( Offering() )",
        "exists Offering()",
        "exists( Offering() )",
        "not Offering()",
        "not( SchoolKind( special ) )",
        "$o : SchoolKind()",
        "SchoolKind( $p : phase )",
        "SchoolKind( phase matches \"P.*\" )",
        "SchoolKind( phase.name == \"PRIMARY\" )",
        "SchoolKind( phase.getClass() )",
        "SchoolKind( getClass() == PRIMARY )",
        "SchoolKind( class == PRIMARY )",
        "SchoolKind( this == PRIMARY )",
        "SchoolKind( this#org.tfm.rules.pack.Canary.x == PRIMARY )",
        "SchoolKind#Canary()",
        "SchoolKind( " + SING + " == \"phase\" )",
        "SchoolKind( phase == " + SING + " )",
        "SchoolKind( phase == org.tfm.model.school.Phase.PRIMARY )",
        "SchoolKind( eval( " + SING + " != null ) )",
        "SchoolKind( phase == ( PRIMARY ) )",
        "SchoolKind( phase str[startsWith] \"P\" )",
        "SchoolKind( phase memberOf terms )",
        "SchoolKind( phase contains PRIMARY )",
        "SchoolKind( phase soundslike PRIMARY )",
        "SchoolKind( phase > PRIMARY )",
        "SchoolKind( special = true )",
        "SchoolKind( special ? true : false )",
        "SchoolKind( special + special )",
        "SchoolKind( special; special )",
        "SchoolKind( special ) over window:time(1s)",
        "SchoolKind( special ) @watch(*)",
        "SchoolKind() or Offering()",
        "( SchoolKind() and SchoolKind() )",
        "/schools[ special ]",
        "?SchoolKind()",
        "do[x]",
        "org.tfm.model.school.SchoolKind( special )",
        "java.lang.Object()",
        "Object()",
        "String( this == \"x\" )",
        "InitialFact()",
        "TermsWriter()",
        "SchoolKind( ".concat("(".repeat(2_000)).concat("special"),
        "SchoolKind( ".concat("!".repeat(50_000)).concat("special )"),
        "SchoolKind( phase in (" + "PRIMARY, ".repeat(5_000) + "PRIMARY) )",
        "SchoolKind( special ".concat("&& special ".repeat(5_000)).concat(")"));
  }

  /** Statements of a then-part. */
  private static List<String> hostileThens() {
    return List.of(
        SING + ";",
        TOUCH + ";",
        "Canary.sing();",
        "Runtime.getRuntime().exec(\"x\");",
        "java.lang.Runtime.getRuntime().exec(\"x\");",
        "System.exit(1);",
        "Thread.sleep(1000);",
        "new Thread(() -> " + SING + ").start();",
        "drools.halt();",
        "drools.getWorkingMemory();",
        "kcontext.getKieRuntime();",
        "insert( " + SING + " );",
        "insertLogical( \"x\" );",
        "update( terms );",
        "modify( terms ) { clear() }",
        "retract( terms );",
        "delete( terms );",
        "terms = null;",
        "terms.x = 1;",
        "String s = " + SING + ";",
        "int[] a = { 1 };",
        "Object o = terms;",
        "for ( ;; ) { }",
        "while ( true ) { }",
        "if ( true ) { " + SING + "; }",
        "try { } finally { " + SING + "; }",
        "{ " + SING + "; }",
        "return;",
        "throw new RuntimeException();",
        ";",
        "terms;",
        "terms.clear();",
        "terms.written();",
        "terms.withdrawals();",
        "terms.rule(terms, terms);",
        "terms.getClass();",
        "terms.hashCode();",
        "terms.toString();",
        "terms.wait();",
        "terms.notify();",
        "terms.eligibility(\"a\").get();",
        "terms.eligibility(\"a\").getClass().getClassLoader();",
        "terms.eligibility(" + SING + ").leftToHub();",
        "terms.eligibility(\"a\".concat(\"b\")).leftToHub();",
        "terms.eligibility(\"a\" + \"b\").leftToHub();",
        "terms.eligibility(\"a\\u0022\").leftToHub();",
        "terms.eligibility(\"a\\\").leftToHub(); " + SING + "; //\").leftToHub();",
        "terms.eligibility(\"a\n\").leftToHub();",
        "terms.eligibility(\"a\r\").leftToHub();",
        "terms.eligibility(\"a\0\").leftToHub();",
        "terms.provision(\"a\").that(\"\u202egnihton\");",
        "terms.provision(\"a\").that(\"\"\"" + "x" + "\"\"\");",
        "terms.provision(\"a\").that('x');",
        "terms.provision(\"a\").that(\"" + "x".repeat(601) + "\");",
        "terms.provision(\"a\").that(null);",
        "terms.provision(\"a\").that(String.valueOf(1));",
        "terms.provision(\"a\").that((String) \"x\");",
        "terms.provision(\"a\").that(true ? \"x\" : \"y\");",
        "terms.eligibility(\"a\").must(x -> x);",
        "terms.eligibility(\"a\").must(() -> null);",
        "terms.eligibility(\"a\").must(Canary::sing);",
        "terms.eligibility(\"a\").must(org.tfm.rules.pack.Canary::sing);",
        "terms.eligibility(\"a\").must(Canary.class);",
        "terms.eligibility(\"a\").must(new Object());",
        "terms.eligibility(\"a\").must(new String[] {\"x\"});",
        "terms.group(\"a\").must(everySession(mode().is(ONLINE).getClass()));",
        "terms.group(\"a\").must(everySession(mode().is(SessionMode.ONLINE)));",
        "terms.group(\"a\").must(everySession(mode().is(ONLINE.getDeclaringClass())));",
        "terms.group(\"a\").must(everySession(mode().is(ONLINE.name())));",
        "terms.group(\"a\").must(everySession(x -> x));",
        "terms.group(\"a\").must(someSession(Canary::sing));",
        "terms.group(\"a\").must(everySession(sessionLength().isAtLeast(hours(1).number())));",
        "terms.group(\"a\").must(everySession(sessionLength().isAtLeast(hours(1).getClass())));",
        "terms.group(\"a\").must(everySession(sessionLength().isAtLeast(new Hours(null))));",
        "terms.group(\"a\").must(everySession(sessionLength().isAtLeast(hours(1 + 1))));",
        "terms.group(\"a\").must(everySession(sessionLength().isAtLeast(hours(1e9))));",
        "terms.group(\"a\").must(everySession(sessionLength().isAtLeast(hours(" + SING + "))));",
        "terms.group(\"a\").must(everySession(date().isBy(LocalDate.now())));",
        "terms.group(\"a\").must(everySession(date().isBy(\"2023-01-31\" + \"x\")));",
        "terms.group(\"a\").must(everySession(date().isBy(\"2023-01-31\\u0022\")));",
        "terms.group(\"a\").must(sessions().where(" + SING + ").isAtMost(2));",
        "terms.group(\"a\").must(sessions().where(mode().is(ONLINE)).getClass());",
        "terms.progress(\"a\").must(attendance().isAll().getClass());",
        "terms.progress(\"a\").must(attendance().isAtLeast(" + SING + "));",
        "terms.progress(\"a\").must(attendance().inHours());",
        "terms.progress(\"a\").must(missedWithoutNotice().fact());",
        "terms.progress(\"a\").must(headteacherWorkshops().isAtLeast(Integer.MAX_VALUE));",
        "terms.eligibility(\"a\").must(programmeYear().isExactly(programmeYear()));",
        "terms.eligibility(\"a\").must(everyLeadParticipant(ownCompletedParticipation().includesAny("
            + SING
            + ")));",
        "terms.charge(\"a\").of(pounds(75)).when(" + SING + ").towards(PARTICIPATION);",
        "terms.eligibility(\"a\").must(phase().is(PRIMARY).getClass());",
        "terms.eligibility(\"a\").must(phase().is(PRIMARY.getDeclaringClass()));",
        "terms.eligibility(\"a\").must(phase().is(Phase.PRIMARY));",
        "terms.eligibility(\"a\").must(phase().is(org.tfm.model.school.Phase.PRIMARY));",
        "terms.eligibility(\"a\").must(phase().is(Phase.valueOf(\"PRIMARY\")));",
        "terms.eligibility(\"a\").must(phase().<Object>is(PRIMARY));",
        "terms.eligibility(\"a\").must(phase().is(PRIMARY) == null);",
        "terms.eligibility(\"a\").must(org.tfm.rules.language.Vocabulary.phase().is(PRIMARY));",
        "terms.eligibility(\"a\").must(leadParticipants().isAtLeast(99999999999999999999));",
        "terms.eligibility(\"a\").must(leadParticipants().isAtLeast(" + "9".repeat(5_000) + "));",
        "terms.eligibility(\"a\").must(leadParticipants().isAtLeast(1e9));",
        "terms.eligibility(\"a\").must(leadParticipants().isAtLeast(0x10));",
        "terms.eligibility(\"a\").must(leadParticipants().isAtLeast(010));",
        "terms.eligibility(\"a\").must(leadParticipants().isAtLeast(1L));",
        "terms.eligibility(\"a\").must(leadParticipants().isAtLeast(1_0));",
        "terms.eligibility(\"a\").must(leadParticipants().isAtLeast(1.2.3));",
        "terms.eligibility(\"a\").must(leadParticipants().isAtLeast(1 + 1));",
        "terms.eligibility(\"a\").must(leadParticipants().isAtLeast(\u0661));",
        "terms.eligibility(\"a\").must("
            + "not(".repeat(2_000)
            + "phase()"
            + ")".repeat(2_000)
            + ");",
        "terms.eligibility(\"a\")" + ".leftToHub()".repeat(50_000) + ";",
        "terms.eligibility(\"a\").must(allOf(" + "phase(), ".repeat(5_000) + "phase()));",
        "terms.withdraw(\"a\"); ".repeat(5_000),
        "end rule \"x\" when then " + SING + ";");
  }

  private static InvalidInputException refused(PackFiles files) {
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> Pack.parse(files));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static DynamicTest isRefused(String name, String rules) {
    return dynamicTest(
        name.length() > 60 ? name.substring(0, 60) : name.isEmpty() ? "empty" : name,
        () ->
            assertThat(
                    refused(SmallPacks.files(SmallPacks.PUBLISHER, SmallPacks.PACKAGE + rules))
                        .problems())
                .allSatisfy(
                    problem ->
                        assertThat(problem.where())
                            .matches("folder/primary-development\\.drl:\\d+:\\d+")));
  }

  @Test
  void theGoodRuleAloneIsAccepted() {
    assertThat(
            Pack.parse(SmallPacks.files(SmallPacks.PUBLISHER, SmallPacks.PACKAGE + GOOD_RULE))
                .rules())
        .hasSize(1);
  }

  @TestFactory
  Stream<DynamicTest> hostileFilesAreRefused() {
    return hostileFiles().entrySet().stream().map(f -> isRefused(f.getKey(), f.getValue()));
  }

  @TestFactory
  Stream<DynamicTest> hostileWhenPartsAreRefused() {
    return hostileWhens().stream()
        .map(when -> isRefused(when, SmallPacks.rule("good", when, GOOD_THEN)));
  }

  @TestFactory
  Stream<DynamicTest> hostileThenPartsAreRefused() {
    return hostileThens().stream()
        .map(then -> isRefused(then, SmallPacks.rule("good", GOOD_THEN + "\n    " + then)));
  }

  @Test
  void aThousandAndOneRulesAreRefused() {
    StringBuilder rules = new StringBuilder(SmallPacks.PACKAGE);
    for (int i = 0; i < 1_001; i++) {
      rules.append(SmallPacks.rule("r" + i, GOOD_THEN));
    }
    assertThat(refused(SmallPacks.files(SmallPacks.PUBLISHER, rules.toString())))
        .hasMessageContaining("the file has more than 1000 rules");
  }

  @Test
  void moreThanAMegabyteOfRulesIsRefusedUnread() {
    String rules = SmallPacks.PACKAGE + GOOD_RULE.repeat(10_000);
    assertThat(catchThrowable(() -> SmallPacks.files(SmallPacks.PUBLISHER, rules)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("folder/primary-development.drl: the file is larger than a megabyte");
  }

  @Tag("slow")
  @Test
  void aMegabyteOfMistakesGivesTwoHundredMessages() {
    String rules = SmallPacks.PACKAGE + "$".repeat(900_000);
    assertThat(refused(SmallPacks.files(SmallPacks.PUBLISHER, rules)).problems()).hasSize(200);
  }

  @Test
  void aPackageOfAnotherHubIsRefused() {
    assertThat(
            refused(
                SmallPacks.files(
                    SmallPacks.PUBLISHER,
                    SmallPacks.PACKAGE.replace("river_hub", "cheshire_wirral") + GOOD_RULE)))
        .hasMessageContaining("expected `river_hub.y2022_23.primary_development`");
  }

  @Test
  void twoFilesCannotShareAPackage() {
    assertThat(
            refused(
                PackFiles.of(
                    "folder",
                    Map.of(
                        PackFiles.PUBLISHER,
                        SmallPacks.PUBLISHER,
                        "primary-development.drl",
                        SmallPacks.PACKAGE + GOOD_RULE,
                        "primary_development.drl",
                        SmallPacks.PACKAGE + GOOD_RULE))))
        .hasMessageContaining("`primary_development` is not a valid name of a rule file");
  }

  @Test
  void aHubNamedLikeAWordOfJavaLandsInAPackageOfOurs() {
    PackFiles files =
        PackFiles.of(
            "folder",
            Map.of(
                PackFiles.PUBLISHER,
                SmallPacks.publisher("java", "", "").replace("primary-development", "class"),
                "class.drl",
                "package java.class\n" + GOOD_RULE.replace("primary-development", "class")));
    assertThat(Pack.parse(files).engineSource().get("class.drl"))
        .startsWith("package policies._java_class;\n");
    assertThat(
            PolicyBook.builder()
                .files(files)
                .build()
                .terms(Offering.of("java", "class", AcademicYear.startingIn(2022)))
                .terms())
        .hasSize(1);
  }

  @Test
  void quotedTextIsNeverCode() {
    List<String> texts =
        List.of(
            "a school; end",
            "end",
            "then rule x when",
            SING,
            "); " + SING + "; (",
            "modify(terms) { clear() }",
            "update(terms) insert(terms) retract(terms) delete(terms)",
            "drools.halt() kcontext",
            "see https://example.org/a",
            "/* open",
            "close */",
            "# $x ${y} @{" + SING + "} #{z}",
            "it's %s %n",
            "{ } [ ] ( ) ]]>",
            "£5, “so”, é and 中 and \uD83D\uDE00",
            "a ? b : c");
    StringBuilder rules = new StringBuilder(SmallPacks.PACKAGE);
    for (int i = 0; i < texts.size(); i++) {
      rules.append(
          SmallPacks.rule(
              "r" + i, "terms.provision(\"p" + i + "\").that(\"x " + texts.get(i) + " x\");"));
    }
    assertThat(
            PolicyBook.builder()
                .files(SmallPacks.files(SmallPacks.PUBLISHER, rules.toString()))
                .build()
                .terms(
                    Offering.of("river-hub", "primary-development", AcademicYear.startingIn(2022)))
                .terms())
        .extracting(Term::sentence)
        .containsExactlyElementsOf(texts.stream().map(text -> "X " + text + " x.").toList());
  }

  @Test
  void theEngineIsGivenLettersOfEveryPlatform() {
    String source =
        Pack.parse(
                SmallPacks.files(
                    SmallPacks.PUBLISHER,
                    SmallPacks.PACKAGE + GOOD_RULE.replace("it is", "£5 is “more”")))
            .engineSource()
            .getOrDefault("primary-development.drl", "");
    assertThat(source).contains("\\u00a35 is \\u201cmore\\u201d").isASCII();
  }

  @Test
  void tagsAndAliasesOfYamlMakeNothing() {
    String tagged = "name: !!javax.script.ScriptEngineManager [ !!java.net.URL [\"file:///x\"] ]";
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append(String.format("a%d: &a%d [*a%d, *a%d]\n", i, i, i - 1, i - 1));
    }
    for (String publisher :
        List.of(
            SmallPacks.PUBLISHER.replaceFirst("name: .*", tagged),
            SmallPacks.PUBLISHER.replaceFirst(
                "name: .*", "name: !!org.tfm.rules.pack.Canary {sing: x}"),
            SmallPacks.PUBLISHER + bomb,
            "offers: " + "[".repeat(20_000),
            "offers: " + "[".repeat(900) + "]".repeat(900),
            "? ".repeat(5_000) + "x",
            SmallPacks.PUBLISHER.replaceFirst("name: .*", "name: &a [*a]"),
            SmallPacks.PUBLISHER.replaceFirst("name: .*", "<<: *x\nname: y"),
            SmallPacks.PUBLISHER.replaceFirst("name: .*", "name: \0"))) {
      assertThat(refused(SmallPacks.files(publisher, SmallPacks.PACKAGE + GOOD_RULE)))
          .hasMessageStartingWith("folder/publisher.yaml: ");
    }
  }

  @Test
  void linksAndSubFoldersOfAFolderAreNotRead(@TempDir Path folder, @TempDir Path elsewhere)
      throws IOException {
    Path evil = Files.writeString(elsewhere.resolve("evil.drl"), "import java.io.File;");
    Files.writeString(folder.resolve("publisher.yaml"), SmallPacks.PUBLISHER);
    Files.writeString(folder.resolve("primary-development.drl"), SmallPacks.PACKAGE + GOOD_RULE);
    Files.createSymbolicLink(folder.resolve("link.drl"), evil);
    Files.createSymbolicLink(folder.resolve("folder-link.drl"), elsewhere);
    Files.createDirectory(folder.resolve("sub.drl"));
    Files.writeString(folder.resolve("sub.drl").resolve("evil.drl"), "import java.io.File;");
    Files.writeString(folder.resolve("notes.txt"), "import java.io.File;");
    assertThat(PackFiles.read(folder).texts())
        .containsOnlyKeys("primary-development.drl", "publisher.yaml");
  }

  @Test
  void aFolderWhosePublisherFileIsALinkHoldsNoPack(@TempDir Path folder, @TempDir Path elsewhere)
      throws IOException {
    Path real = Files.writeString(elsewhere.resolve("x.yaml"), SmallPacks.PUBLISHER);
    Files.createSymbolicLink(folder.resolve("publisher.yaml"), real);
    assertThat(catchThrowable(() -> PackFiles.read(folder)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(folder + ": the folder has no `publisher.yaml` and is not a pack");
  }

  @Test
  void filesThatAreTooLargeTooManyOrNoTextAreRefused(
      @TempDir Path large, @TempDir Path binary, @TempDir Path many) throws IOException {
    Files.write(large.resolve("a.drl"), new byte[1_000_001]);
    Files.write(binary.resolve("a.drl"), new byte[] {(byte) 0xC3, (byte) 0x28});
    Files.writeString(many.resolve("publisher.yaml"), SmallPacks.PUBLISHER);
    for (int i = 0; i < 500; i++) {
      Files.writeString(many.resolve("a" + i + ".drl"), "");
    }
    assertThat(catchThrowable(() -> PackFiles.read(large)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(large + "/a.drl: the file is larger than a megabyte");
    assertThat(catchThrowable(() -> PackFiles.read(binary)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(binary + "/a.drl: the file is not UTF-8 text");
    assertThat(catchThrowable(() -> PackFiles.read(many)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(many + ": the folder has more than 500 files");
  }

  @Test
  void aFolderThatIsNotThereIsRefused(@TempDir Path folder) {
    Path absent = folder.resolve("absent");
    assertThat(catchThrowable(() -> PackFiles.read(absent)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(absent + ": the folder of the pack cannot be read");
  }
}
