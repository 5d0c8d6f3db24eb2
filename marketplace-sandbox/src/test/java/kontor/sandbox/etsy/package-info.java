/** Etsy as a seller's program meets it. */
@NullMarked
package kontor.sandbox.etsy;

import org.jspecify.annotations.NullMarked;
