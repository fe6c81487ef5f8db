package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.SchoolKind;
import org.tfm.rules.pack.ClassPathPacks;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackArchive;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

/** Packs from archives and from the class path. */
class PackSourcesTest {

  private static final Path BUNDLED =
      Path.of("src/main/resources/policies/cheshire-wirral/2022-23");
  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.startingIn(2022));
  private static final SchoolKind KIND =
      new SchoolKind(Phase.PRIMARY, EstablishmentType.COMMUNITY_SCHOOL, Country.ENGLAND);

  @TempDir Path folder;

  private static Map<String, String> bundled(String under) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : new String[] {"publisher.yaml", "primary-development.drl"}) {
      files.put(under + name, Files.readString(BUNDLED.resolve(name)));
    }
    return files;
  }

  private Path zip(Map<String, String> entries) throws IOException {
    Path archive = folder.resolve("packs.jar");
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return archive;
  }

  @Test
  void aPackInAnArchiveSaysWhatItSaysInAFolder() throws IOException {
    PolicyBook book = PolicyBook.builder().archive(zip(bundled("deep/down/"))).build();
    assertThat(book.terms(OFFERING, KIND).terms())
        .isEqualTo(PolicyBook.bundled().terms(OFFERING, KIND).terms());
  }

  @Test
  void aPackOnTheClassPathIsFoundByItsMarker() throws IOException {
    Map<String, String> files = bundled("policies/here/");
    files.put(
        "META-INF/tfm-packs",
        """
        # the packs of this artifact

        policies/here/publisher.yaml
        policies/here/primary-development.drl
        """);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {zip(files).toUri().toURL()}, null)) {
      PolicyBook book = PolicyBook.builder().classPathPacks(loader).build();
      assertThat(book.terms(OFFERING, KIND).terms()).isNotEmpty();
    }
  }

  @Test
  void aMarkerThatListsAFileThatIsNotThereIsRefused() throws IOException {
    Path archive = zip(Map.of("META-INF/tfm-packs", "policies/here/publisher.yaml"));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {archive.toUri().toURL()}, null)) {
      refused(PolicyBook.builder().classPathPacks(loader), "`policies/here/publisher.yaml`");
    }
  }

  @Test
  void aPackOnTheClassPathHasAFolder() throws IOException {
    Map<String, String> files = bundled("");
    files.put("META-INF/tfm-packs", "publisher.yaml");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {zip(files).toUri().toURL()}, null)) {
      refused(PolicyBook.builder().classPathPacks(loader), "`publisher.yaml` is listed");
    }
  }

  @Test
  void anEntryThatLeadsOutOfTheArchiveIsRefused() throws IOException {
    String outside = "points outside the archive";
    refused(PolicyBook.builder().archive(zip(bundled("../../up/"))), outside);
    refused(PolicyBook.builder().archive(zip(bundled("/elsewhere/"))), outside);
    refused(PolicyBook.builder().archive(zip(bundled("C:\\elsewhere/"))), outside);
  }

  @Test
  void packsStandInAnyFolderOfAnArchiveItsRootIncludedAndOtherFilesAreLeftAlone()
      throws IOException {
    Map<String, String> files = bundled("");
    files.put("deep/down/publisher.yaml", SmallPacks.PUBLISHER);
    files.put("deep/down/primary-development.drl", SmallPacks.PACKAGE);
    files.put("deep/rules-without-a-pack.drl", "no rules");
    files.put("readme.txt", "hello");
    Path archive = zip(files);
    assertThat(PackArchive.read(archive))
        .extracting(PackFiles::name)
        .containsExactly(archive + "!", archive + "!deep/down");
    assertThat(PackArchive.read(archive).get(0).texts())
        .containsOnlyKeys("primary-development.drl", "publisher.yaml");
  }

  @Test
  void aFileOfAnArchiveMayHaveAMegabyteAndAllTogetherTwenty() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("publisher.yaml", SmallPacks.PUBLISHER);
    int left = 20_000_000 - SmallPacks.PUBLISHER.length();
    for (int i = 0; left > 0; i++) {
      files.put(i + ".cases.yaml", " ".repeat(Math.min(left, 1_000_000)));
      left -= 1_000_000;
    }
    assertThat(PackArchive.read(zip(files)).get(0).texts()).hasSize(21);
    files.put("one-more.cases.yaml", " ");
    refused(
        PolicyBook.builder().archive(zip(files)),
        "the packs in the archive are larger than 20 megabytes in total");
    Path large = zip(Map.of("publisher.yaml", " ".repeat(1_000_001)));
    refused(
        PolicyBook.builder().archive(large),
        large + "!publisher.yaml: the file is larger than a megabyte");
  }

  @Test
  void anEntryThatUnpacksToTooMuchIsRefusedWithoutReadingItAll() throws IOException {
    Map<String, String> files = bundled("here/");
    files.put("here/bomb.drl", " ".repeat(50_000_000));
    refused(PolicyBook.builder().archive(zip(files)), "bomb.drl", "larger than a megabyte");
  }

  @Test
  void manyEntriesThatUnpackToTooMuchTogetherAreRefused() throws IOException {
    Map<String, String> files = bundled("here/");
    for (int i = 0; i < 30; i++) {
      files.put("here/rules-" + i + ".drl", " ".repeat(900_000));
    }
    refused(
        PolicyBook.builder().archive(zip(files)),
        "the packs in the archive are larger than 20 megabytes in total");
  }

  @Test
  void aFileThatIsNoArchiveOrHoldsNoPackIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("plain.zip"), "no archive");
    refused(PolicyBook.builder().archive(text), "not a zip or jar file");
    refused(PolicyBook.builder().archive(folder.resolve("nowhere.zip")), "cannot be read");
    refused(PolicyBook.builder().archive(zip(Map.of("readme.txt", "hello"))), "no pack");
  }

  @Test
  void anArchiveWithADuplicateNameIsRefused() throws IOException {
    Map<String, String> files = bundled("here/");
    files.put("here/primary-developmenX.drl", "package evil");
    Path archive = zip(files);
    String bytes = Files.readString(archive, StandardCharsets.ISO_8859_1);
    Files.writeString(
        archive, bytes.replace("developmenX", "development"), StandardCharsets.ISO_8859_1);
    refused(
        PolicyBook.builder().archive(archive),
        "here/primary-development.drl: two entries of the archive have this name");
  }

  @Test
  void anArchiveHasAtMostTwentyThousandEntries() throws IOException {
    Map<String, String> files = bundled("here/");
    for (int i = files.size(); i < 20_000; i++) {
      files.put("other/" + i, "");
    }
    assertThat(PackArchive.read(zip(files))).hasSize(1);
    files.put("other/one-more", "");
    refused(PolicyBook.builder().archive(zip(files)), "more than 20000 entries");
  }

  @Test
  void anArchiveHasAtMostTwoHundredPacks() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < 200; i++) {
      files.putAll(bundled("p" + i + "/"));
    }
    assertThat(PackArchive.read(zip(files))).hasSize(200);
    files.putAll(bundled("one-more/"));
    refused(
        PolicyBook.builder().archive(zip(files)),
        "the archive has 201 packs; expected at most 200");
  }

  @Test
  void aPackInAnArchiveHasAtMostFiveHundredFiles() throws IOException {
    Map<String, String> files = bundled("here/");
    for (int i = 0; i < 500; i++) {
      files.put("here/" + i + ".cases.yaml", "");
    }
    refused(PolicyBook.builder().archive(zip(files)), "more than 500 files");
  }

  @Test
  void aLinkInAFolderIsNotFollowed() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    for (Map.Entry<String, String> file : bundled("").entrySet()) {
      Files.writeString(pack.resolve(file.getKey()), file.getValue());
    }
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    Files.createSymbolicLink(pack.resolve("linked.drl"), secret);
    assertThat(PackFiles.read(pack).texts())
        .containsOnlyKeys("publisher.yaml", "primary-development.drl");
  }

  @Test
  void aFolderWithTooManyFilesOrALargeOneIsRefused() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    Files.writeString(pack.resolve("publisher.yaml"), " ".repeat(1_000_001));
    refused(
        PolicyBook.builder().directory(pack), "publisher.yaml: the file is larger than a megabyte");
    for (int i = 0; i <= 500; i++) {
      Files.createFile(pack.resolve(i + ".cases.yaml"));
    }
    refused(PolicyBook.builder().directory(pack), "the folder has more than 500 files");
  }

  @Test
  void theLimitsOfAFolderAreCountedInBytesWhateverTheLetters() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    Path rules = Files.writeString(pack.resolve("a.drl"), "é".repeat(500_001));
    Files.writeString(pack.resolve("publisher.yaml"), SmallPacks.PUBLISHER);
    refused(PolicyBook.builder().directory(pack), rules + ": the file is larger than a megabyte");
    Files.delete(rules);
    for (int i = 0; i < 20; i++) {
      Files.writeString(pack.resolve(i + ".cases.yaml"), "é".repeat(500_000));
    }
    refused(
        PolicyBook.builder().directory(pack),
        pack + ": the files of the pack are larger than 20 megabytes in total");
  }

  @Test
  void aFileInThePlaceOfAFolderIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("publisher.yaml"), "language: 1");
    refused(PolicyBook.builder().directory(file), "the folder contains no pack");
  }

  @Test
  void aPackThatTellsTooMuchApartForTooManyTypesIsRefusedBeforeItRuns() {
    StringBuilder rules = new StringBuilder("package here.y2024_25.t0\n");
    for (int i = 0; i < 500; i++) {
      rules.append(
          """
          rule "r%d"
              @Cites("flyer: page")
          when
              SchoolKind( phase == PRIMARY, establishmentType == FREE_SCHOOL, country == ENGLAND )
          then
              terms.withdraw("a");
          end
          """
              .formatted(i));
    }
    String types = IntStream.range(0, 100).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
    String publisher =
        """
        language: 1
        hub: here
        name: A hub
        year: 2024/25
        offers: [%s]
        sources:
          flyer: { title: A flyer, publisher: A hub, last-checked: 2026-01-01 }
        """;
    PackFiles files =
        PackFiles.of(
            "here",
            Map.of("publisher.yaml", publisher.formatted(types), "t0.drl", rules.toString()));
    refused(
        PolicyBook.builder().files(files),
        "here: the pack is too large: 500 rules for 100 types, which distinguish",
        "kinds of school. Split it into several packs");
  }

  @Test
  void packsThatAreTooMuchToCompileTogetherAreRefusedWithTheFirstThatIs() {
    PackFiles small = SmallPacks.groupsOfAtLeast("hub-b", 6);
    PackFiles large =
        SmallPacks.files(
            "hub-c",
            "2022/23",
            "",
            SmallPacks.rule("one", "terms.group(\"one\").must(schools().isAtLeast(6));"),
            SmallPacks.rule("two", "terms.group(\"two\").must(schools().isAtLeast(7));"));
    long work = PackCompiler.work(Pack.parse(small));
    assertThat(PackCompiler.work(Pack.parse(large))).isEqualTo(2 * work);
    PolicyBook book =
        PolicyBook.builder(3 * work)
            .files(SmallPacks.groupsOfAtLeast("hub-a", 6))
            .files(small)
            .files(large)
            .files(SmallPacks.groupsOfAtLeast("hub-d", 6))
            .buildLoadable();
    assertThat(book.packs())
        .extracting(PackEntry::id)
        .containsExactly("hub-a/2022-23", "hub-b/2022-23", "hub-d/2022-23");
    assertThat(book.notLoaded())
        .singleElement()
        .hasToString(
            "hub-c/2022-23: with this pack, the packs are too much to compile together: "
                + (4 * work)
                + " words; expected at most "
                + (3 * work)
                + ". Compile packs ahead of time, or load fewer at once");
  }

  @Test
  void theBundledPacksLeaveAQuarterOfTheWorkOfABook() {
    long work = 0;
    for (Path pack : BundledPacks.folders(Path.of("src/main/resources/policies"))) {
      work += PackCompiler.work(Pack.parse(PackFiles.read(pack)));
    }
    assertThat(work).isPositive().isLessThan(PackCompiler.MOST_TOGETHER * 3 / 4);
  }

  private static void refused(PolicyBook.Builder builder, String... expected) {
    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidInputException.class)
        .message()
        .contains(expected);
  }

  /** An artifact with one pack of a hub in the folder {@code policies/here}. */
  private Path artifact(String hub) throws IOException {
    Path jar = folder.resolve(hub + ".jar");
    PackFiles files = SmallPacks.groupsOfAtLeast(hub, 6);
    Map<String, String> entries = new LinkedHashMap<>();
    files.texts().forEach((file, text) -> entries.put("policies/here/" + file, text));
    entries.put("META-INF/tfm-packs", String.join("\n", entries.keySet()));
    return Files.move(zip(entries), jar, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void twoArtifactsMayHaveTheirPacksInOneFolder() throws IOException {
    URL[] both = {
      artifact("hub-a").toUri().toURL(), artifact("hub-b").toUri().toURL(),
    };
    try (URLClassLoader loader = new URLClassLoader(both, null)) {
      assertThat(PolicyBook.builder().classPathPacks(loader).build().packs())
          .extracting(PackEntry::id)
          .containsExactly("hub-a/2022-23", "hub-b/2022-23");
      assertThat(ClassPathPacks.read(loader))
          .extracting(PackFiles::name)
          .containsExactly(
              "jar:" + both[0] + "!/policies/here", "jar:" + both[1] + "!/policies/here");
    }
    Path copy = Files.copy(folder.resolve("hub-a.jar"), folder.resolve("copy.jar"));
    URL[] same = {both[0], copy.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(same, null)) {
      refused(
          PolicyBook.builder().classPathPacks(loader),
          "jar:"
              + same[0]
              + "!/policies/here: two packs have the id `hub-a/2022-23`: this one and that in `jar:"
              + same[1]
              + "!/policies/here`");
    }
  }
}
