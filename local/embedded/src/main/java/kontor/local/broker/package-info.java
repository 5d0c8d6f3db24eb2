/** A real Kafka node in this process. */
@NullMarked
package kontor.local.broker;

import org.jspecify.annotations.NullMarked;
