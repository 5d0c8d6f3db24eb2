/** The sales figures over Kafka Streams and HTTP. */
@NullMarked
package kontor.analytics.sales.adapter;

import org.jspecify.annotations.NullMarked;
