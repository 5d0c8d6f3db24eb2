/** Files of products from other shop systems: what becomes of each row. */
@NullMarked
package kontor.catalog.imports;

import org.jspecify.annotations.NullMarked;
