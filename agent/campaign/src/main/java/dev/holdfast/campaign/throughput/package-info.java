/** What a claim and its end cost, beside the least that the same store can be asked for. */
@NullMarked
package dev.holdfast.campaign.throughput;

import org.jspecify.annotations.NullMarked;
