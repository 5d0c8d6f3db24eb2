/**
 * Amazon's stand-in, called over HTTP as a connector does, and compared with Amazon's documents.
 */
@NullMarked
package kontor.sandbox.amazon;

import org.jspecify.annotations.NullMarked;
