/** Claims on names in the store. */
@NullMarked
package kontor.catalog.product.adapter;

import org.jspecify.annotations.NullMarked;
