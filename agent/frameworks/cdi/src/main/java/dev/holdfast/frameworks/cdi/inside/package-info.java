/** Adapters to Narayana and CDI, loaded beside each application that brings them. */
@NullMarked
package dev.holdfast.frameworks.cdi.inside;

import org.jspecify.annotations.NullMarked;
