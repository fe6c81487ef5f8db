/**
 * The words that a rule file can use.
 *
 * <p>Rule authors use {@link org.tfm.rules.language.Vocabulary} (facts and amounts) and {@link
 * org.tfm.rules.language.TermsWriter}, which rule files call {@code terms}. Java code has no reason
 * to call either, so nothing here is API.
 */
@NullMarked
package org.tfm.rules.language;

import org.jspecify.annotations.NullMarked;
