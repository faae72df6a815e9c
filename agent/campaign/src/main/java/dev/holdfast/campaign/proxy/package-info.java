/** A loopback proxy that cuts, delays and half-closes connections. */
@NullMarked
package dev.holdfast.campaign.proxy;

import org.jspecify.annotations.NullMarked;
