/** Listings for the manager. */
@NullMarked
package kontor.connector.listing.adapter;

import org.jspecify.annotations.NullMarked;
