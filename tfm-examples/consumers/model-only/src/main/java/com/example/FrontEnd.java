package com.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tfm.model.document.Application;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.json.TfmJson;

/** Tells a school where it stands, by terms that were shipped as JSON. */
public final class FrontEnd {

  private final Terms terms;

  /**
   * A front end for the terms in {@code terms.json}, those for a primary community school in
   * England, as `tfm terms … --phase … --establishment-type … --country … --json` prints them.
   */
  public FrontEnd() {
    terms = TfmJson.read(resource("terms.json"), Terms.class);
  }

  /** What the policy makes of an application in JSON. */
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
