/** Price reductions for a time. */
@NullMarked
package kontor.catalog.promotion;

import org.jspecify.annotations.NullMarked;
