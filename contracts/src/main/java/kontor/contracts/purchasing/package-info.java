/** Suppliers (topic {@code suppliers}) and what is ordered from them ({@code purchase-orders}). */
@NullMarked
package kontor.contracts.purchasing;

import org.jspecify.annotations.NullMarked;
