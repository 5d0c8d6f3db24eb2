/** The invariants find what is wrong, and only that. */
@NullMarked
package kontor.audit;

import org.jspecify.annotations.NullMarked;
