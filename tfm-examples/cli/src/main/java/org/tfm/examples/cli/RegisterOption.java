package org.tfm.examples.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.Page;
import org.tfm.model.document.Document;
import org.tfm.register.RegisterFill;
import org.tfm.register.RegisterFindings;
import org.tfm.register.SchoolRegister;
import picocli.CommandLine.Option;

/** The register that fills what documents leave out. */
final class RegisterOption {

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description =
          "Fill what a document does not say about its schools from the register of schools: an "
              + "index made by `tfm register index`, or the CSV as published. Values in the "
              + "document are kept; where the register says something else, both are shown.")
  private @Nullable Path file;

  /** The file of the register; empty without the option. */
  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** The register; empty without the option. */
  Optional<SchoolRegister> open() {
    return Optional.ofNullable(file).map(SchoolRegister::open);
  }

  /**
   * A document, filled if there is a register.
   *
   * @param document the document
   * @param findings what the register says; absent without a register
   */
  record Filled(Document document, Optional<RegisterFindings> findings) {

    static Filled of(Optional<SchoolRegister> register, Document document) {
      if (register.isEmpty()) {
        return new Filled(document, Optional.empty());
      }
      RegisterFill<Document> fill = RegisterFill.of(register.get(), document);
      return new Filled(fill.document(), Optional.of(fill.findings()));
    }
  }

  /** Adds what the register says to a page. */
  static void add(Optional<RegisterFindings> findings, Page page) {
    findings.ifPresent(one -> page.list("Register of schools", one.sentences()));
  }
}
