package org.tfm.examples.cli;

import picocli.CommandLine.Option;

/** Whether a command shows the source of each sentence. */
final class SourcesOption {

  @Option(names = "--sources", description = "Show the source of each sentence. Text only.")
  private boolean given;

  boolean isGiven() {
    return given;
  }
}
