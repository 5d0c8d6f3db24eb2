/** The work list in MongoDB and for the manager. */
@NullMarked
package kontor.connector.worklist.adapter;

import org.jspecify.annotations.NullMarked;
