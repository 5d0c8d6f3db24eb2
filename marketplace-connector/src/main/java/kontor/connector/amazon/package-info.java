/** Amazon by its Selling Partner API. */
@NullMarked
package kontor.connector.amazon;

import org.jspecify.annotations.NullMarked;
