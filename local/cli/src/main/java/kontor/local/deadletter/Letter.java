package kontor.local.deadletter;

import java.util.Map;

/**
 * A record that a consumer group put aside.
 *
 * @param id topic of the letters and offset there: {@code orders.order.dlq@12}
 * @param kind unreadable, failed or parked
 * @param stream the aggregate it belongs to, empty when it does not say
 * @param headers as text, ours left out
 * @param payload as text; empty when there was none
 */
public record Letter(
    String id,
    String topic,
    String group,
    String kind,
    String reason,
    String stream,
    String failedAt,
    Map<String, String> headers,
    String payload) {}
