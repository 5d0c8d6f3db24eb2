/** Prices over HTTP. */
@NullMarked
package kontor.catalog.price.adapter;

import org.jspecify.annotations.NullMarked;
