/**
 * How many units there are (topic {@code stock}) and every movement of them ({@code stock-ledger}).
 */
@NullMarked
package kontor.contracts.stock;

import org.jspecify.annotations.NullMarked;
