/** The shop's HTTP side and the index behind it. */
@NullMarked
package kontor.catalog.shop.adapter;

import org.jspecify.annotations.NullMarked;
