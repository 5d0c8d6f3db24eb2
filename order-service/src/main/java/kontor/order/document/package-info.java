/** Invoices, credit notes, order confirmations and delivery notes, and the numbers they bear. */
@NullMarked
package kontor.order.document;

import org.jspecify.annotations.NullMarked;
