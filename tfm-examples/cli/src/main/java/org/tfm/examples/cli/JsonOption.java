package org.tfm.examples.cli;

import picocli.CommandLine.Option;

/** Whether a command prints JSON instead of text. */
final class JsonOption {

  @Option(names = "--json", description = "Print JSON.")
  private boolean given;

  boolean isGiven() {
    return given;
  }
}
