@NullMarked
package kontor.connector.worklist;

import org.jspecify.annotations.NullMarked;
