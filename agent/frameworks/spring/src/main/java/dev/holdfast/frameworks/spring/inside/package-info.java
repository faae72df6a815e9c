/** Adapters to Spring, loaded beside each application that brings it. */
@NullMarked
package dev.holdfast.frameworks.spring.inside;

import org.jspecify.annotations.NullMarked;
