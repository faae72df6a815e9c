/** A bank of an application server, as its author wrote it: beans, transactions, a servlet. */
@NullMarked
package bank;

import org.jspecify.annotations.NullMarked;
