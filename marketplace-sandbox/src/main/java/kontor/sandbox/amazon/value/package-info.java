/** Amounts as Amazon writes them. */
@NullMarked
package kontor.sandbox.amazon.value;

import org.jspecify.annotations.NullMarked;
