package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/** Hostile rules do not run even if they passed the grammar. */
class SecondWallTest {

  /** Statements of hostile rules. */
  public static final class Canary {
    public static volatile boolean touched;

    private Canary() {}

    public static void touch() {
      touched = true;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.System.setProperty(\"tfm.canary\", \"x\");",
        "java.lang.Runtime.getRuntime().exec(\"true\");",
        "new java.lang.ProcessBuilder(\"true\").start();",
        "new java.io.File(\"canary\").createNewFile();",
        "java.nio.file.Files.delete(java.nio.file.Path.of(\"canary\"));",
        "new java.net.Socket(\"localhost\", 1);",
        "new java.lang.Thread().start();",
        "org.tfm.rules.book.SecondWallTest.Canary.touch();",
        "org.tfm.rules.book.PolicyBook.bundled();",
        "new java.util.Formatter(\"canary\").close();",
        "new java.util.logging.FileHandler(\"canary\").close();",
        "new java.util.zip.ZipFile(\"canary\").close();",
        "new java.util.Scanner(java.nio.file.Path.of(\"canary\")).close();",
        "new java.util.Timer().cancel();",
        "java.util.concurrent.Executors.newCachedThreadPool().shutdown();",
        "java.util.Locale.setDefault(java.util.Locale.FRENCH);",
        "java.util.TimeZone.setDefault(null);",
        "java.util.ServiceLoader.load(Object.class);",
        "java.lang.invoke.MethodHandles.lookup();",
        "Class.forName(\"java.lang.System\");",
        "String.class.getClassLoader();",
        "new Object().getClass().getModule();",
        "org.drools.model.DSL.executeScript(\"mvel\", Object.class, \"1\");",
        "org.kie.api.KieServices.get().getRepository();",
      })
  void aThenPartThatReachesOutDoesNotRun(String hostile) {
    Path folder = Path.of("src/main/resources/policies/cheshire-wirral/2022-23");
    Pack pack = Pack.parse(PackFiles.read(folder));
    ImmutableMap<String, String> tampered =
        pack.engineSource().entrySet().stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    Map.Entry::getKey,
                    file -> file.getValue().replaceFirst("then\n", "then\n" + hostile + "\n")));
    assertThat(tampered).isNotEqualTo(pack.engineSource());
    assertThatThrownBy(
            () ->
                PackCompiler.compile(
                    new Pack(pack.files(), pack.publisher(), pack.rules(), tampered, pack.work())))
        .isInstanceOf(IllegalStateException.class)
        .message()
        .containsAnyOf("rules cannot refer to", "do not compile");
    assertThat(Canary.touched).isFalse();
    assertThat(System.getProperty("tfm.canary")).isNull();
    assertThat(Path.of("canary")).doesNotExist();
  }

  @Test
  void allMembersOfOnlyTheseClassesOfTheJdkMayBeUsed() throws IOException {
    List<String> types = publicTypesOfTheJdk();
    assertThat(types).hasSizeGreaterThan(3_000);
    List<String> allowed = new ArrayList<>();
    for (String type : types) {
      if (isAllowed(type, "toString")) {
        allowed.add(type);
      }
    }
    assertThat(allowed)
        .containsExactlyInAnyOrder(
            "java.lang.Boolean",
            "java.lang.Double",
            "java.lang.Enum",
            "java.lang.Exception",
            "java.lang.IllegalArgumentException",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Object",
            "java.lang.RuntimeException",
            "java.lang.String",
            "java.util.ArrayList",
            "java.util.List");
  }

  /** Whether a class that refers to a member of a class passes. */
  private static boolean isAllowed(String type, String member) {
    try {
      CompiledRules.check(classFile(type, member));
      return true;
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining(type);
      return false;
    }
  }

  /** A class file with only a reference to a method in its constant pool. */
  private static byte[] classFile(String type, String member) {
    ByteArrayDataOutput out = ByteStreams.newDataOutput();
    out.writeInt(0xCAFEBABE);
    out.writeInt(61);
    out.writeShort(7);
    out.writeByte(1);
    out.writeUTF(type.replace('.', '/'));
    out.writeByte(7);
    out.writeShort(1);
    out.writeByte(1);
    out.writeUTF(member);
    out.writeByte(1);
    out.writeUTF("()V");
    out.writeByte(12);
    out.writeShort(3);
    out.writeShort(4);
    out.writeByte(10);
    out.writeShort(2);
    out.writeShort(5);
    return out.toByteArray();
  }

  private static List<String> publicTypesOfTheJdk() throws IOException {
    List<String> types = new ArrayList<>();
    FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
    for (Module module : ModuleLayer.boot().modules()) {
      for (ModuleDescriptor.Exports exported : module.getDescriptor().exports()) {
        if (exported.isQualified()) {
          continue;
        }
        String folder = exported.source().replace('.', '/');
        try (Stream<Path> files = Files.list(jdk.getPath("/modules", module.getName(), folder))) {
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
              .map(name -> exported.source() + "." + name.substring(0, name.length() - 6))
              .forEach(types::add);
        }
      }
    }
    return types;
  }

  @Test
  void everyReferenceOfAClassIsFound() throws IOException {
    byte[] own =
        ByteStreams.toByteArray(
            requireNonNull(
                SecondWallTest.class.getResourceAsStream("SecondWallTest$Canary.class")));
    assertThat(ClassReferences.of(own))
        .containsExactly(
            "java.lang.Object",
            "java.lang.Object.<init>",
            "org.tfm.rules.book.SecondWallTest",
            "org.tfm.rules.book.SecondWallTest$Canary",
            "org.tfm.rules.book.SecondWallTest$Canary.touched");
    assertThatThrownBy(() -> ClassReferences.of(new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLoaderFindsValuesAndNothingThatReachesOut() throws ClassNotFoundException {
    ClassLoader loader = new RulesClassLoader(SecondWallTest.class.getClassLoader());
    assertThat(loader.loadClass("java.util.Optional")).isNotNull();
    assertThat(loader.loadClass("org.tfm.rules.language.Vocabulary")).isNotNull();
    for (String name :
        new String[] {
          "java.lang.System",
          "java.lang.Runtime",
          "java.lang.Thread",
          "java.lang.ClassLoader",
          "java.lang.reflect.Method",
          "java.io.File",
          "java.nio.file.Files",
          "java.net.Socket",
          "org.tfm.rules.book.PolicyBook",
          "javax.script.ScriptEngineManager",
        }) {
      assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
    }
  }
}
