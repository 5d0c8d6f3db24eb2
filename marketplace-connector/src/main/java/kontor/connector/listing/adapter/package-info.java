/** Listings over HTTP and in the event store. */
@NullMarked
package kontor.connector.listing.adapter;

import org.jspecify.annotations.NullMarked;
