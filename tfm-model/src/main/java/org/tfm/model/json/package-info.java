/**
 * Reading and writing JSON: one strict mapper, and a reader that reports all problems of a document
 * at once.
 *
 * <p>Start at {@link org.tfm.model.json.TfmJson}.
 */
@NullMarked
package org.tfm.model.json;

import org.jspecify.annotations.NullMarked;
