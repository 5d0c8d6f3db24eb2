/** Proof that the books of all services agree, from what they stored and published. */
@NullMarked
package kontor.local.audit;

import org.jspecify.annotations.NullMarked;
