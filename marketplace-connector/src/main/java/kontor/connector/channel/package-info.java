/** What a marketplace must be able to do for us, in our words. */
@NullMarked
package kontor.connector.channel;

import org.jspecify.annotations.NullMarked;
