package org.tfm.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Small registers for tests. */
final class Registers {

  /** The columns that are read, in the order of {@link #row}. */
  static final ImmutableList<String> COLUMNS =
      ImmutableList.of(
          "URN",
          "EstablishmentName",
          "TypeOfEstablishment (code)",
          "EstablishmentStatus (code)",
          "PhaseOfEducation (code)",
          "Country (name)",
          "GOR (code)",
          "GSSLACode (name)");

  private Registers() {}

  /** An open primary community school in England. */
  static List<String> primary(int urn, String name) {
    return row(Integer.toString(urn), name, "01", "1", "2", "", "", "E06000049");
  }

  static List<String> row(String... fields) {
    return List.of(fields);
  }

  /** The bytes of a register with the columns that are read. */
  static String csv(List<List<String>> rows) {
    return csv(COLUMNS, rows);
  }

  static String csv(List<String> columns, List<List<String>> rows) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(columns);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static List<RegisterRow> read(String csv) {
    return read(csv, StandardCharsets.UTF_8);
  }

  static List<RegisterRow> read(String csv, Charset charset) {
    return read(csv.getBytes(charset));
  }

  static List<RegisterRow> read(byte[] bytes) {
    try (RegisterReader reader =
        new RegisterReader("register.csv", new ByteArrayInputStream(bytes))) {
      List<RegisterRow> rows = new ArrayList<>();
      reader.forEachRemaining(rows::add);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the only element of a list. */
  static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }

  /** A file beside this class's tests. */
  static InputStream resource(String name) {
    return Objects.requireNonNull(Registers.class.getResourceAsStream("/register/" + name), name);
  }

  /** The rows of a small CSV file beside this class's tests, by column name. */
  static List<NamedCsvRecord> table(String name) {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(resource(name), StandardCharsets.UTF_8))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
