/** Products over HTTP, and the claims on their names in MongoDB. */
@NullMarked
package kontor.catalog.product.adapter;

import org.jspecify.annotations.NullMarked;
