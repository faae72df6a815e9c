/** A program that asks for one key very often at once; it runs under the agent. */
@NullMarked
package dev.holdfast.campaign.crowd;

import org.jspecify.annotations.NullMarked;
