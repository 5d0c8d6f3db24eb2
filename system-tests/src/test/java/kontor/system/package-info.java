/**
 * Tests of the running platform, driven through the gateway only; it is started once for all of
 * them.
 */
@NullMarked
package kontor.system;

import org.jspecify.annotations.NullMarked;
