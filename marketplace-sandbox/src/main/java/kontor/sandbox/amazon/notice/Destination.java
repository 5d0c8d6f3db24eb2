package kontor.sandbox.amazon.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where notifications go: a queue or an event bus outside. The sandbox keeps all in one queue. */
public record Destination(String destinationId, String name, ObjectNode resource) {}
