package org.tfm.examples.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measured figures by name; processes exchange them as JSON. */
final class Figures {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Map<String, Double> byName = new LinkedHashMap<>();

  void put(String name, double value) {
    byName.put(name, value);
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The figure, or NaN if it was not measured. */
  double get(String name) {
    return byName.getOrDefault(name, Double.NaN);
  }

  /** The ratio of two figures. */
  double ratio(String name, String yardstick) {
    return get(name) / get(yardstick);
  }

  /** The figures with this name and a number, by the number, in the order of measurement. */
  Map<Double, Double> series(String prefix) {
    Map<Double, Double> series = new LinkedHashMap<>();
    byName.forEach(
        (name, value) -> {
          if (name.startsWith(prefix + "@")) {
            series.put(Double.parseDouble(name.substring(prefix.length() + 1)), value);
          }
        });
    return series;
  }

  void addAll(Figures others) {
    byName.putAll(others.byName);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, MAPPER.writeValueAsString(byName) + "\n");
  }

  static Figures read(Path file) throws IOException {
    Figures figures = new Figures();
    figures.byName.putAll(
        MAPPER.readValue(
            Files.readString(file), new TypeReference<LinkedHashMap<String, Double>>() {}));
    return figures;
  }

  Map<String, Double> all() {
    return byName;
  }

  static double median(List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
