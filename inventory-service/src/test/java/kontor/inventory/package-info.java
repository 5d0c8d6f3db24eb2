/** Tests of the inventory service. */
@NullMarked
package kontor.inventory;

import org.jspecify.annotations.NullMarked;
