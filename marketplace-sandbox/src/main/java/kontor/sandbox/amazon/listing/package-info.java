/** What sellers offer on Amazon: listings, what they must say, and how submissions take effect. */
@NullMarked
package kontor.sandbox.amazon.listing;

import org.jspecify.annotations.NullMarked;
