package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Findings name the line on which a part of a YAML file starts. */
class YamlLinesTest {

  @Test
  void aPartIsFoundAtItsLineAndWhatIsNotThereAtThatAroundIt() {
    YamlLines lines = YamlLines.of("# cases\na: 1\nb:\n  - c: 2\n    d: 3\n  - c: 4\n");
    assertThat(lines.at("/a")).isEqualTo(2);
    assertThat(lines.at("/b/0")).isEqualTo(4);
    assertThat(lines.at("/b/0/d")).isEqualTo(5);
    assertThat(lines.at("/b/1")).isEqualTo(6);
    assertThat(lines.at("/b/2")).isEqualTo(3);
    assertThat(lines.at("/b/1/d/e")).isEqualTo(6);
    assertThat(lines.at("/c")).isEqualTo(2);
  }

  @Test
  void ofATextThatIsNoYamlTheFirstPartsAreFound() {
    YamlLines lines = YamlLines.of("a: 1\nb: 2\nc: [\n");
    assertThat(lines.at("/b")).isEqualTo(2);
    assertThat(lines.at("/d")).isEqualTo(1);
  }
}
