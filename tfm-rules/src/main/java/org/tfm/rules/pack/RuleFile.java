package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;

/**
 * A rule file as parsed.
 *
 * @param name its name in the pack
 * @param packageName the package it declares
 * @param rules its rules, in order
 */
record RuleFile(String name, String packageName, ImmutableList<Rule> rules) {}
