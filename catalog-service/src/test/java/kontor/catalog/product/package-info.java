/** The rules of products. */
@NullMarked
package kontor.catalog.product;

import org.jspecify.annotations.NullMarked;
