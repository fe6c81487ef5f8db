package org.tfm.examples.batch;

/** The result of a row. */
public sealed interface RowResult permits Assessed, Rejected {}
