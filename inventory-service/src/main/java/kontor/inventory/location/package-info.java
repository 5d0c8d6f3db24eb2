/** The places that hold stock. */
@NullMarked
package kontor.inventory.location;

import org.jspecify.annotations.NullMarked;
