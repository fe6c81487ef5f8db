package org.tfm.examples.batch;

/** What became of a row. */
public sealed interface RowResult permits Assessed, Rejected {}
