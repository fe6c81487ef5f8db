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

  /** The package in the rule engine; its prefix keeps it apart from any Java name. */
  String enginePackage() {
    return "policies._" + packageName.replace('.', '_');
  }
}
