/** Our presence on the marketplaces. Topic {@code listings}. */
@NullMarked
package kontor.contracts.listing;

import org.jspecify.annotations.NullMarked;
