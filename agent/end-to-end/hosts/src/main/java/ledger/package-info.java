/** A ledger of CDI beans with {@code @Transactional}, as its author wrote it. */
@NullMarked
package ledger;

import org.jspecify.annotations.NullMarked;
