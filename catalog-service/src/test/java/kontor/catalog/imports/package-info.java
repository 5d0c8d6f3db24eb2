/** Imports without a service around them: every format, good files and bad ones. */
@NullMarked
package kontor.catalog.imports;

import org.jspecify.annotations.NullMarked;
