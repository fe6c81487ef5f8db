package org.tfm.register;

import com.google.common.collect.ImmutableList;

/**
 * A row of text.
 *
 * @param line the line on which it starts
 * @param size how many fields it has
 * @param fields the fields that were kept, as their bytes, one character for each
 */
record RawRow(long line, int size, ImmutableList<String> fields) {}
