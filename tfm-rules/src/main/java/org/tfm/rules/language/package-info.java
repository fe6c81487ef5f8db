/**
 * The words a rule file can use.
 *
 * <p>Rule authors meet {@link org.tfm.rules.language.Vocabulary} (what can be asked, and how it is
 * compared) and {@link org.tfm.rules.language.TermsWriter}, which they know as {@code terms}. Java
 * code has no reason to call either, so that nothing here is API.
 */
@NullMarked
package org.tfm.rules.language;

import org.jspecify.annotations.NullMarked;
