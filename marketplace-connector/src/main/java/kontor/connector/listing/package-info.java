/** What we offer where, and how a marketplace is brought up to date. */
@NullMarked
package kontor.connector.listing;

import org.jspecify.annotations.NullMarked;
