package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;

/**
 * A parsed rule file.
 *
 * @param name the name in the pack
 * @param packageName the package that it declares
 * @param rules the rules, in order
 */
record RuleFile(String name, String packageName, ImmutableList<Rule> rules) {

  /** The package in the rule engine. */
  String enginePackage() {
    return PackRule.ROOT + "._" + packageName.replace('.', '_');
  }
}
