package org.tfm.rules.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped schemas match the current types.
 *
 * <p>After a change to a type, write them again and review the difference: {@code mvn -q -pl
 * tfm-rules -am test -Dtest=SchemasTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dtfm.schemas=write}.
 */
class SchemasTest {

  static Stream<SchemaFile> files() {
    return SchemaFile.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void theFileSaysWhatTheTypeDoes(SchemaFile file) throws IOException {
    String expected = file.text();
    if ("write".equals(System.getProperty("tfm.schemas"))) {
      Files.writeString(file.path(), expected);
    }
    assertThat(file.path()).hasContent(expected);
  }
}
