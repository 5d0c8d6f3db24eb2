/** What every call to Amazon passes: token, rate limit, contract, faults, and the books. */
@NullMarked
package kontor.sandbox.amazon.gate;

import org.jspecify.annotations.NullMarked;
