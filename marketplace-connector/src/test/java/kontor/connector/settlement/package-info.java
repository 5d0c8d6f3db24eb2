@NullMarked
package kontor.connector.settlement;

import org.jspecify.annotations.NullMarked;
