/**
 * What articles cost on single accounts: by hand, or by rules that watch competitors and clocks.
 */
@NullMarked
package kontor.connector.repricing;

import org.jspecify.annotations.NullMarked;
