package org.tfm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.tfm.model.style.Internal;

/** Internal types are not in the published Javadoc. */
class HiddenTest {

  private static final List<Path> SOURCES =
      List.of(
          Path.of("../tfm-model/src/main/java"),
          Path.of("src/main/java"),
          Path.of("register/src/main/java"),
          Path.of("testkit/src/main/java"));

  private final Set<String> internal = new TreeSet<>();
  private final Set<String> hidden = new TreeSet<>();
  private final Set<String> exposed = new TreeSet<>();
  private final Set<String> packages = new TreeSet<>();
  private final Set<String> shown = new TreeSet<>();

  HiddenTest() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(DocTrees.instance(task)).scan(unit, unit.getPackageName().toString());
      }
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root : SOURCES) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
      }
    }
    return found;
  }

  private final class Reader extends TreePathScanner<Void, String> {

    private final DocTrees docs;

    Reader(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree unit, String in) {
      packages.add(in);
      return super.visitCompilationUnit(unit, in);
    }

    @Override
    public Void visitClass(ClassTree type, String in) {
      String name = in + "." + type.getSimpleName();
      note(type.getModifiers(), name);
      if (internal.contains(in)
          && type.getModifiers().getFlags().contains(Modifier.PUBLIC)
          && !internal.contains(name)) {
        exposed.add(name);
      }
      boolean isTopLevel =
          getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
      if (isTopLevel
          && type.getModifiers().getFlags().contains(Modifier.PUBLIC)
          && !hidden.contains(name)) {
        shown.add(in);
      }
      return super.visitClass(type, name);
    }

    @Override
    public Void visitMethod(MethodTree method, String in) {
      note(method.getModifiers(), in + "#" + method.getName());
      return super.visitMethod(method, in);
    }

    private void note(ModifiersTree modifiers, String name) {
      if (modifiers.getAnnotations().stream()
          .anyMatch(
              one -> one.getAnnotationType().toString().equals(Internal.class.getSimpleName()))) {
        internal.add(name);
      }
      DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
      if (comment != null
          && comment.getBlockTags().stream()
              .anyMatch(tag -> tag.getKind() == DocTree.Kind.HIDDEN)) {
        hidden.add(name);
      }
    }
  }

  @Test
  void exactlyTheInternalMembersAreHidden() {
    assertThat(internal).isNotEmpty();
    assertThat(hidden).isEqualTo(internal);
  }

  @Test
  void noTypeInsideAnInternalOneIsShownByItself() {
    assertThat(exposed).isEmpty();
  }

  @Test
  void packagesOfWhichNothingIsShownAreLeftOut() throws IOException {
    String pom = Files.readString(Path.of("../pom.xml"));
    Set<String> excluded = new TreeSet<>();
    Pattern.compile("<excludePackageNames>(.*?)</excludePackageNames>")
        .matcher(pom)
        .results()
        .map((MatchResult found) -> found.group(1).split(":"))
        .forEach(names -> excluded.addAll(List.of(names)));
    packages.removeAll(shown);
    // Annotations cannot have the tag themselves.
    packages.add(Internal.class.getPackageName());
    assertThat(excluded).isEqualTo(packages);
  }
}
