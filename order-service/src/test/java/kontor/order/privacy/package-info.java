/** Rules of erasure. */
@NullMarked
package kontor.order.privacy;

import org.jspecify.annotations.NullMarked;
