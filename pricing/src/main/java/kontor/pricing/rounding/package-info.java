/** The two ways in which cents are rounded, and nothing else that rounds. */
@NullMarked
package kontor.pricing.rounding;

import org.jspecify.annotations.NullMarked;
