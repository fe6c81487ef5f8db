/** The rules for texts that people read, and the reviewed files that hold the texts. */
package org.tfm.english;
