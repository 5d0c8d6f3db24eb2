/** The service as a whole, with a real broker. */
@NullMarked
package kontor.analytics;

import org.jspecify.annotations.NullMarked;
