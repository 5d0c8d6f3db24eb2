/** The service as a whole, and its rules on how code is laid out. */
@NullMarked
package kontor.catalog;

import org.jspecify.annotations.NullMarked;
