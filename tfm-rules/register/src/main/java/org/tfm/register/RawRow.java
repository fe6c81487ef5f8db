package org.tfm.register;

import com.google.common.collect.ImmutableList;

/**
 * An undecoded row.
 *
 * @param line the line on which it starts
 * @param size the number of its fields
 * @param fields the selected fields, one character for each byte
 */
record RawRow(long line, int size, ImmutableList<String> fields) {}
