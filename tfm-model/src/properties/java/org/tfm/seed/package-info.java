/** The seed of the properties of all modules. */
package org.tfm.seed;
