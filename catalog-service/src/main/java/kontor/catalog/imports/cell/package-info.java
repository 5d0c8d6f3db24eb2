/** What a cell says: amounts, numbers, moments, names, addresses, plain text. */
@NullMarked
package kontor.catalog.imports.cell;

import org.jspecify.annotations.NullMarked;
