/** What each article costs, and when a price begins or ends. */
@NullMarked
package kontor.catalog.price;

import org.jspecify.annotations.NullMarked;
