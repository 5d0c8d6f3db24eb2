/** How each shop system writes down a product. */
@NullMarked
package kontor.catalog.imports.format;

import org.jspecify.annotations.NullMarked;
