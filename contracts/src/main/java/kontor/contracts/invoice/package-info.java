/** Which invoices and credit notes there are, number by number. Topic {@code invoices}. */
@NullMarked
package kontor.contracts.invoice;

import org.jspecify.annotations.NullMarked;
