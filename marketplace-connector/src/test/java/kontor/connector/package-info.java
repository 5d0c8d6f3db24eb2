/** Tests of the marketplace connector. */
@NullMarked
package kontor.connector;

import org.jspecify.annotations.NullMarked;
