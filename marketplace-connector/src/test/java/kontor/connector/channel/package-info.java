@NullMarked
package kontor.connector.channel;

import org.jspecify.annotations.NullMarked;
