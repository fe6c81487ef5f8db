/** The seed for the properties of all modules. */
package org.tfm.seed;
