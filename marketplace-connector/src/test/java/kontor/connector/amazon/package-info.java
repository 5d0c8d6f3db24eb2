@NullMarked
package kontor.connector.amazon;

import org.jspecify.annotations.NullMarked;
