/**
 * Schools, and the few properties of a school that a policy may depend on.
 *
 * <p>Start at {@link org.tfm.model.school.School}. Rules see only its {@link
 * org.tfm.model.school.SchoolKind}. Funding follows from the {@link
 * org.tfm.model.school.EstablishmentType}, never from the register's type group.
 */
@NullMarked
package org.tfm.model.school;

import org.jspecify.annotations.NullMarked;
