/** What needs a person: reports that cannot be taken over, reports that a marketplace refuses. */
@NullMarked
package kontor.connector.worklist;

import org.jspecify.annotations.NullMarked;
