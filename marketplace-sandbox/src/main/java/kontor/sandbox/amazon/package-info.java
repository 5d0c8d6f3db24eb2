/** Amazon as a seller's program sees it: the Selling Partner API, on the virtual clock. */
@NullMarked
package kontor.sandbox.amazon;

import org.jspecify.annotations.NullMarked;
