/**
 * The Teaching for Mastery programme: academic years, hubs, work group types and offerings.
 *
 * <p>Start at {@link org.tfm.model.programme.Offering}: one hub's work groups of one type in one
 * {@link org.tfm.model.programme.AcademicYear}.
 */
@NullMarked
package org.tfm.model.programme;

import org.jspecify.annotations.NullMarked;
