/**
 * A program whose answers must be the same after a restart of everything; it runs under the agent.
 */
@NullMarked
package dev.holdfast.campaign.keeper;

import org.jspecify.annotations.NullMarked;
