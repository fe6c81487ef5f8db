package org.tfm.examples.batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table as CSV. Its headings are written before the first row; what is rejected is not in it. */
final class CsvTable implements FormTable {

  private final FormOutput output;
  private final StringBuilder text = new StringBuilder();
  private String head = "";

  CsvTable(FormOutput output) {
    this.output = output;
  }

  @Override
  public void head(List<String> own, List<String> ours) {
    head = output.head(own, numbered(FormBatch.ROW, ours));
  }

  @Override
  public void row(List<String> own, long number, List<String> ours) {
    text.append(head).append(output.row(own, numbered(Long.toString(number), ours)));
    head = "";
  }

  private static List<String> numbered(String first, List<String> ours) {
    List<String> all = new ArrayList<>(ours.size() + 1);
    all.add(first);
    all.addAll(ours);
    return all;
  }

  @Override
  public void problems(Rejected row, List<String> headings) {}

  @Override
  public byte[] drain() {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    return bytes;
  }

  @Override
  public byte[] end(BatchSummary summary) {
    return drain();
  }
}
