/** Rules of which place gives the units of an order. */
@NullMarked
package kontor.inventory.allocation;

import org.jspecify.annotations.NullMarked;
