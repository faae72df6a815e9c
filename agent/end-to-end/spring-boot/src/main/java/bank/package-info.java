/** A bank's ledger as a user of Spring Boot writes it; the same for every Spring Boot. */
@NullMarked
package bank;

import org.jspecify.annotations.NullMarked;
