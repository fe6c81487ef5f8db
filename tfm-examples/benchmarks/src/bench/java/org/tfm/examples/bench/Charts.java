package org.tfm.examples.bench;

import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;

/** Plots the growth of cost; both axes are logarithmic, so a straight line is a power law. */
final class Charts {

  /** The plot files. */
  static final List<String> FILES =
      List.of(
          "growth-applications.svg", "growth-rules.svg", "growth-packs.svg", "growth-kinds.svg");

  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;

  private final Figures figures;

  Charts(Figures figures) {
    this.figures = figures;
  }

  /** Writes the plots that have figures. */
  void write(Path folder) throws IOException {
    System.setProperty("java.awt.headless", "true");
    write(
        folder.resolve(FILES.get(0)),
        "applications",
        "seconds",
        Map.of("assess", "applications.s"));
    write(
        folder.resolve(FILES.get(1)),
        "rules in a pack",
        "ns for an assessment; ms to load",
        Map.of("assess, ns", "rules.ns", "load, ms", "rules.load.ms"));
    write(
        folder.resolve(FILES.get(2)),
        "packs in a book",
        "ns for an assessment; KB",
        Map.of(
            "assess, ns, all to one pack",
            "packs.one.ns",
            "assess, ns, spread over all",
            "packs.all.ns",
            "heap, KB",
            "memory.kb"));
    write(
        folder.resolve(FILES.get(3)),
        "kinds of school asked for",
        "µs for all of them",
        Map.of("the first time", "kinds.first.us", "again", "kinds.again.us"));
  }

  private void write(Path file, String x, String y, Map<String, String> series) throws IOException {
    XYSeriesCollection data = new XYSeriesCollection();
    new TreeMap<>(series)
        .forEach(
            (title, name) -> {
              XYSeries line = new XYSeries(title);
              figures.series(name).forEach((at, value) -> add(line, at, value));
              if (!line.isEmpty()) {
                data.addSeries(line);
              }
            });
    if (data.getSeriesCount() == 0) {
      return;
    }
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    XYPlot plot = new XYPlot(data, logarithmic(x), logarithmic(y), renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
    svg.setDefsKeyPrefix(file.getFileName() + "-");
    // Otherwise vertical text would be drawn as outlines, at ten times the file size.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
    chart.draw(svg, new Rectangle(WIDTH, HEIGHT));
    Files.writeString(file, svg.getSVGElement() + "\n");
  }

  /** Leaves out values of zero or less, which a logarithmic axis cannot show. */
  private static void add(XYSeries line, double at, double value) {
    if (value > 0) {
      line.add(at, value);
    }
  }

  private static LogarithmicAxis logarithmic(String label) {
    LogarithmicAxis axis = new LogarithmicAxis(label);
    axis.setNumberFormatOverride(
        new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)));
    return axis;
  }
}
