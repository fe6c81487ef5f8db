package org.tfm.examples.flink;

import com.google.common.base.Verify;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.batch.Assessed;
import org.tfm.examples.batch.JsonRow;
import org.tfm.examples.batch.Rejected;
import org.tfm.examples.batch.RowAssessor;
import org.tfm.examples.batch.RowFormat;
import org.tfm.examples.batch.RowResult;
import org.tfm.model.assessment.TermsTable;
import org.tfm.model.json.TfmJson;

/** Assesses rows with its own table of terms; bad rows go to a side output. */
final class AssessRows extends ProcessFunction<JsonRow, byte[]> {

  private static final long serialVersionUID = 1L;

  /** The rows that cannot be assessed, as lines of JSON. */
  static final OutputTag<byte[]> REJECTED = new OutputTag<>("rejected") {};

  private final byte[] table;
  private final RowFormat format;
  private transient @Nullable RowAssessor assessor;

  /** Creates the function; it is serialised together with the compressed table. */
  AssessRows(TermsTable table, RowFormat format) {
    this.table = packed(table);
    this.format = format;
  }

  private static byte[] packed(TermsTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      for (TermsTable one : table.split()) {
        zip.write((TfmJson.write(one) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void open(OpenContext context) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(table)), StandardCharsets.UTF_8))) {
      TermsTable all =
          TermsTable.joined(
              lines.lines().map(line -> TfmJson.read(line, TermsTable.class)).toList());
      assessor = new RowAssessor(all::terms);
    }
  }

  @Override
  public void processElement(JsonRow row, Context context, Collector<byte[]> out)
      throws IOException {
    RowResult result = Verify.verifyNotNull(assessor).assess(row);
    if (result instanceof Assessed assessed) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      format.write(assessed, line);
      out.collect(line.toByteArray());
    } else if (result instanceof Rejected rejected) {
      context.output(REJECTED, (TfmJson.write(rejected) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
