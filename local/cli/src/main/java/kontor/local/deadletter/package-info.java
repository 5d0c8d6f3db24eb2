/** What could not be processed: shown, explained and sent again. */
@NullMarked
package kontor.local.deadletter;

import org.jspecify.annotations.NullMarked;
