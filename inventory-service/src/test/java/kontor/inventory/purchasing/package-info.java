/** Tests of purchasing. */
@NullMarked
package kontor.inventory.purchasing;

import org.jspecify.annotations.NullMarked;
