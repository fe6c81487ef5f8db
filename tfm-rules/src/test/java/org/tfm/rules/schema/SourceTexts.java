package org.tfm.rules.schema;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Javadoc of types and their parts, which becomes the descriptions in the schemas. */
final class SourceTexts {

  private final Map<String, String> texts = new HashMap<>();

  /** Reads the Javadoc of all Java files in these folders. */
  static SourceTexts of(List<Path> roots) {
    SourceTexts found = new SourceTexts();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources =
          roots.stream()
              .flatMap(SourceTexts::walk)
              .filter(p -> p.toString().endsWith(".java"))
              .toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree unit : task.parse()) {
        found.new Reader(DocTrees.instance(task)).scan(unit, unit.getPackageName().toString());
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> walk(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first sentence about a type. */
  Optional<String> of(Class<?> type) {
    return Optional.ofNullable(texts.get(type.getCanonicalName()));
  }

  /** The first sentence about a record component or a method without parameters. */
  Optional<String> of(Class<?> type, String member) {
    return Optional.ofNullable(texts.get(type.getCanonicalName() + "#" + member));
  }

  /** Reads a declaration; the parameter is the name of its package or type. */
  private final class Reader extends TreePathScanner<Void, String> {

    private final DocTrees docs;

    Reader(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, String in) {
      String name = in + "." + type.getSimpleName();
      comment()
          .ifPresent(
              comment -> {
                texts.put(name, plain(comment.getFirstSentence()));
                comment.getBlockTags().stream()
                    .filter(ParamTree.class::isInstance)
                    .map(ParamTree.class::cast)
                    .forEach(
                        tag -> texts.put(name + "#" + tag.getName(), plain(tag.getDescription())));
              });
      return super.visitClass(type, name);
    }

    @Override
    public Void visitMethod(MethodTree method, String in) {
      if (method.getParameters().isEmpty() && method.getReturnType() != null) {
        comment()
            .ifPresent(
                comment ->
                    texts.put(in + "#" + method.getName(), plain(comment.getFirstSentence())));
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree field, String in) {
      return null;
    }

    private Optional<DocCommentTree> comment() {
      TreePath path = getCurrentPath();
      return path.getLeaf() instanceof CompilationUnitTree
          ? Optional.empty()
          : Optional.ofNullable(docs.getDocCommentTree(path));
    }
  }

  private static String plain(List<? extends DocTree> parts) {
    String text =
        parts.stream()
            .map(SourceTexts::plain)
            .collect(Collectors.joining())
            .replaceAll("\\s+", " ")
            .strip();
    String sentence = text.endsWith(".") ? text : text + ".";
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private static String plain(DocTree part) {
    if (part instanceof LiteralTree literal) {
      return "`" + literal.getBody().getBody() + "`";
    }
    if (part instanceof LinkTree link) {
      String label = link.getLabel().stream().map(SourceTexts::plain).collect(Collectors.joining());
      return label.isEmpty() ? link.getReference().getSignature() : label;
    }
    return part.toString();
  }
}
