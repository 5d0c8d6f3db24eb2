/** What the marketplaces report of sales there. Topic {@code marketplace-orders}. */
@NullMarked
package kontor.contracts.marketplace;

import org.jspecify.annotations.NullMarked;
