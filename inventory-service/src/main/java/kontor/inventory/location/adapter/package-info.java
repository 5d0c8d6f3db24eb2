/** The places that hold stock: their stream and their resource. */
@NullMarked
package kontor.inventory.location.adapter;

import org.jspecify.annotations.NullMarked;
