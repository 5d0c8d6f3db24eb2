/** Which listings are ours. */
@NullMarked
package kontor.connector.adoption;

import org.jspecify.annotations.NullMarked;
