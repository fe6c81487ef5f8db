package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.tfm.model.document.Application;

/** Compiles and loads the written policies with the compiler of the JDK. */
final class Written {

  private final ClassLoader loader;

  private Written(ClassLoader loader) {
    this.loader = loader;
  }

  /** Writes and compiles all policies in a folder. */
  static Written of(List<Policy> policies, Path folder) {
    try {
      Path sources = Files.createDirectories(folder.resolve("written-sources"));
      Path classes = Files.createDirectories(folder.resolve("written-classes"));
      ImmutableList.Builder<Path> files = ImmutableList.builder();
      for (Policy policy : policies) {
        Path file = sources.resolve(PlainJava.name(policy) + ".java");
        Files.writeString(file, PlainJava.of(policy));
        files.add(file);
      }
      Path offerings = sources.resolve("Offerings.java");
      Files.writeString(offerings, PlainJava.dispatch(policies));
      files.add(offerings);
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      if (compiler == null) {
        throw new IllegalStateException("the benchmarks need a JDK with a compiler");
      }
      StringWriter messages = new StringWriter();
      try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
        boolean compiled =
            compiler
                .getTask(
                    messages,
                    manager,
                    null,
                    List.of("-proc:none", "-g", "-d", classes.toString()),
                    null,
                    manager.getJavaFileObjectsFromPaths(files.build()))
                .call();
        if (!compiled) {
          throw new IllegalStateException("a written policy does not compile: " + messages);
        }
      }
      return new Written(
          new URLClassLoader(new URL[] {classes.toUri().toURL()}, Written.class.getClassLoader()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ClassLoader loader() {
    return loader;
  }

  Class<? extends Applicant> type(Policy policy) {
    try {
      return Class.forName(PlainJava.PACKAGE + "." + PlainJava.name(policy), true, loader)
          .asSubclass(Applicant.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The cases of a policy, in Java. */
  @SuppressWarnings("unchecked")
  List<Case<Applicant>> cases(Policy policy) {
    try {
      return (List<Case<Applicant>>) type(policy).getField("CASES").get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The function that turns an application for any policy into a bean. */
  @SuppressWarnings("unchecked")
  Function<Application, Applicant> layout() {
    try {
      return (Function<Application, Applicant>)
          Class.forName(PlainJava.PACKAGE + ".Offerings", true, loader)
              .asSubclass(Function.class)
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
