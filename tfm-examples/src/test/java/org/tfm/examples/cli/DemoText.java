package org.tfm.examples.cli;

/** Lets tests of other packages see what the demo prints. */
public final class DemoText {

  private DemoText() {}

  /** What the demo prints. */
  public static String report() {
    return Demo.report();
  }
}
