/** The marketplace connector: one assortment, one stock, every marketplace. */
@NullMarked
package kontor.connector;

import org.jspecify.annotations.NullMarked;
