/**
 * The next question to ask, and the changes that would lead to yes.
 *
 * <p>Start at {@link org.tfm.model.advice.Questionnaire} for the next question that can still
 * change the verdict, and at {@link org.tfm.model.advice.WhatWouldChange} for the smallest sets of
 * changes that lead to yes. Both search over possible values of a document; an assessment needs
 * neither.
 */
@NullMarked
package org.tfm.model.advice;

import org.jspecify.annotations.NullMarked;
