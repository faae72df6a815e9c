/** The program whose JVMs are killed; it runs under the agent. */
@NullMarked
package dev.holdfast.campaign.child;

import org.jspecify.annotations.NullMarked;
