package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;

/**
 * A rule file as parsed.
 *
 * @param name its name in the pack
 * @param packageName the package it declares
 * @param rules its rules, in order
 */
record RuleFile(String name, String packageName, ImmutableList<Rule> rules) {

  /** The package in the rule engine: no author can name it after a word or a class of Java. */
  String enginePackage() {
    return "policies._" + packageName.replace('.', '_');
  }
}
