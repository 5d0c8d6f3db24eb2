/** Promotions over HTTP. */
@NullMarked
package kontor.catalog.promotion.adapter;

import org.jspecify.annotations.NullMarked;
