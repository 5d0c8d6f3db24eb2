/** Tables in files: encoding, separator, rows with their line numbers. */
@NullMarked
package kontor.catalog.imports.table;

import org.jspecify.annotations.NullMarked;
