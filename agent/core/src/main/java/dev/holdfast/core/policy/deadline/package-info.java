/**
 * {@code @Deadline}: sets the moment at which a call has to be over, protects bodies from being
 * cut, and hands bodies over to threads of their own. That calls keep to the moment is every
 * pipeline's own business.
 */
@NullMarked
package dev.holdfast.core.policy.deadline;

import org.jspecify.annotations.NullMarked;
