/** What buyers order on Amazon: orders, their pages, cancellations, returns and shipments. */
@NullMarked
package kontor.sandbox.amazon.order;

import org.jspecify.annotations.NullMarked;
