/**
 * What to ask next, and what would have to change for the answer to be yes.
 *
 * <p>Start with {@link org.tfm.model.advice.Questionnaire} for the next question that can still
 * change the verdict, and with {@link org.tfm.model.advice.WhatWouldChange} for the smallest sets
 * of changes that lead to yes. Both are searches over a document's possible values; an assessment
 * itself needs neither.
 */
@NullMarked
package org.tfm.model.advice;

import org.jspecify.annotations.NullMarked;
