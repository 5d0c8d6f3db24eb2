/** A MongoDB-compatible server in this process, whose acknowledged writes survive a kill. */
@NullMarked
package kontor.local.store;

import org.jspecify.annotations.NullMarked;
