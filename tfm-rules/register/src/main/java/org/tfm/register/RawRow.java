package org.tfm.register;

import com.google.common.collect.ImmutableList;

/**
 * An undecoded row.
 *
 * @param line the line on which it starts
 * @param size the number of its fields
 * @param filled the number of its fields up to the last that is not empty
 * @param fields the selected fields, one character for each byte
 */
record RawRow(long line, int size, int filled, ImmutableList<String> fields) {}
