/** The assortment: what we sell, at what price, and how shoppers find it. */
@NullMarked
package kontor.catalog;

import org.jspecify.annotations.NullMarked;
