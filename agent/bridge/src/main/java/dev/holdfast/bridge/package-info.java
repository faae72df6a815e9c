/**
 * What woven code names: the few classes that every class loader of the application must see. They
 * live in the boot loader and know nothing of the engine but the interface that it plugs in.
 */
@NullMarked
package dev.holdfast.bridge;

import org.jspecify.annotations.NullMarked;
