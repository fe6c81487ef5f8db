package com.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tfm.model.document.Application;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.json.TfmJson;

/** Assesses applications with terms from a JSON file. */
public final class FrontEnd {

  private final Terms terms;

  /**
   * Creates a front end for the terms in {@code terms.json}: those for a primary community school in
   * England, as printed by `tfm terms … --phase … --establishment-type … --country … --json`.
   */
  public FrontEnd() {
    terms = TfmJson.read(resource("terms.json"), Terms.class);
  }

  /** Assesses an application in JSON. */
  public Assessment assess(String application) {
    return terms.assess(TfmJson.read(application, Application.class));
  }

  static String resource(String name) {
    try (InputStream in = FrontEnd.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
