package org.tfm.examples.bench;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a separate process for measurements that affect each other. */
final class Child {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private Child() {}

  /** Runs a program that writes its figures to the file that is its first argument. */
  static Figures run(Class<?> program, Settings settings, int... arguments)
      throws IOException, InterruptedException {
    Path file = settings.folder().resolve(program.getSimpleName() + ".json");
    ImmutableList.Builder<String> command = ImmutableList.builder();
    command
        .add(JAVA, "-Xms1g", "-Xmx1g", "-XX:+UseSerialGC")
        .add("-D" + ContestState.FOLDER + "=" + settings.folder())
        .add("-cp", System.getProperty("java.class.path"))
        .add(program.getName(), file.toString());
    for (int argument : arguments) {
      command.add(Integer.toString(argument));
    }
    time(command.build(), null);
    return Figures.read(file);
  }

  /**
   * Returns the wall time of a program in nanoseconds.
   *
   * @param output the file for its output; null for the output of this process
   */
  static long time(List<String> command, @org.jspecify.annotations.Nullable Path output)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    if (output != null) {
      builder.redirectOutput(output.toFile());
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    long start = System.nanoTime();
    int code = builder.start().waitFor();
    long nanos = System.nanoTime() - start;
    if (code != 0) {
      throw new IllegalStateException("the program failed: " + command);
    }
    return nanos;
  }

  /** The command of the launcher, whose class-data archive is in this build folder. */
  static ImmutableList<String> launcher(Path folder, String... arguments) {
    return ImmutableList.<String>builder()
        .add("env", "XDG_CACHE_HOME=" + folder.resolve("launcher-cache"))
        .add("TFM_JAR=" + jar(folder))
        .add("JAVA_HOME=" + System.getProperty("java.home"))
        .add("sh", folder.resolve("../../bin/tfm").normalize().toString())
        .add(arguments)
        .build();
  }

  /** The path of the command line's jar from this build folder. */
  static Path jar(Path folder) {
    return folder.resolve("../../cli/target/tfm.jar").normalize();
  }

  static String java() {
    return JAVA;
  }
}
