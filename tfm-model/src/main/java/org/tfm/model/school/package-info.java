/**
 * Schools, and the few facts of a school that a policy may depend on.
 *
 * <p>Start at {@link org.tfm.model.school.School}; rules see only its {@link
 * org.tfm.model.school.SchoolKind}. How an establishment is funded follows from its {@link
 * org.tfm.model.school.EstablishmentType}, never from the register's type group.
 */
@NullMarked
package org.tfm.model.school;

import org.jspecify.annotations.NullMarked;
