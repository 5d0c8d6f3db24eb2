/** Puts the connector together from settings and beans. */
@NullMarked
package kontor.connector.wiring;

import org.jspecify.annotations.NullMarked;
