/**
 * What the assortment is: products, their variants and bundles as published. Topic {@code
 * products}.
 */
@NullMarked
package kontor.contracts.product;

import org.jspecify.annotations.NullMarked;
