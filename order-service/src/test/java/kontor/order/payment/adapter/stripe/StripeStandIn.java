package kontor.order.payment.adapter.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kontor.order.payment.MessageSignature;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * As much of Stripe's API as a shop with manual capture uses, with its rules: idempotency keys,
 * amounts that are held and captured, refunds up to what was received. Loses answers on demand.
 */
public final class StripeStandIn implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final MessageSignature signature;
  private final Map<String, StandInIntent> intents = new ConcurrentHashMap<>();
  private final Map<String, String> answered = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private volatile boolean multicapture = true;
  private final AtomicInteger answersToLose = new AtomicInteger();
  private volatile boolean away;

  /** The answer of an operation that Stripe refuses. */
  private static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String code) {
      super(code);
    }
  }

  public StripeStandIn(String webhookSecret) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    signature = new MessageSignature(webhookSecret);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Whether single cards may be captured in parts. */
  public void multicapture(boolean granted) {
    multicapture = granted;
  }

  /** The next operations are done and nobody is told. */
  public void loseAnswers(int number) {
    answersToLose.set(number);
  }

  /** Nothing is done, every answer is an error of Stripe's. */
  public void away(boolean now) {
    away = now;
  }

  /** Stripe forgets idempotency keys after a day. */
  public void forgetKeys() {
    answered.clear();
  }

  /** The buyer has entered a good card. */
  public void confirm(String intent) {
    StandInIntent found = intent(intent);
    found.status = "requires_capture";
  }

  public String status(String intent) {
    return intent(intent).status;
  }

  public long received(String intent) {
    return intent(intent).received;
  }

  /** Refunds in minor units, in their order. */
  public List<Long> refunds(String intent) {
    return intent(intent).refunds.stream().map(refund -> (Long) refund.get("amount")).toList();
  }

  /** A message of that type, as Stripe sends it. */
  public static String message(String type, String intent) {
    return """
        {"id":"evt_1","object":"event","api_version":"2026-01-01","type":"%s",
         "data":{"object":{"id":"%s","object":"payment_intent"}}}"""
        .formatted(type, intent);
  }

  public String sign(String message, java.time.Instant now) {
    return signature.sign(message, now);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try (exchange) {
      if (away) {
        send(exchange, 503, "{\"error\":{\"type\":\"api_error\",\"message\":\"away\"}}");
        return;
      }
      String answer;
      try {
        answer = once(exchange, form(body));
      } catch (RefusedException e) {
        send(
            exchange,
            400,
            JSON.writeValueAsString(
                Map.of(
                    "error",
                    Map.of(
                        "type",
                        "invalid_request_error",
                        "code",
                        String.valueOf(e.getMessage()),
                        "message",
                        "refused"))));
        return;
      }
      if (exchange.getRequestMethod().equals("POST")
          && answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        return; // the connection ends without a word
      }
      send(exchange, 200, answer);
    }
  }

  private synchronized String once(HttpExchange exchange, Map<String, String> form) {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String path = exchange.getRequestURI().getPath();
    String before = key == null ? null : answered.get(key + path);
    if (before != null) {
      return before;
    }
    String answer =
        JSON.writeValueAsString(
            operation(
                exchange.getRequestMethod(), path, exchange.getRequestURI().getQuery(), form));
    if (key != null) {
      answered.put(key + path, answer);
    }
    return answer;
  }

  private Map<String, Object> operation(
      String method, String path, @Nullable String query, Map<String, String> form) {
    String[] parts = path.substring(1).split("/");
    if (path.equals("/v1/payment_intents") && method.equals("POST")) {
      return create(form).view(multicapture);
    }
    if (path.startsWith("/v1/payment_intents/")) {
      StandInIntent intent = intent(parts[2]);
      if (parts.length == 3) {
        return intent.view(multicapture);
      }
      StandInIntent now = parts[3].equals("capture") ? capture(intent, form) : cancel(intent);
      return now.view(multicapture);
    }
    if (path.equals("/v1/refunds") && method.equals("POST")) {
      return refund(intent(String.valueOf(form.get("payment_intent"))), form);
    }
    StandInIntent intent =
        intent(String.valueOf(form(String.valueOf(query)).get("payment_intent")));
    return Map.of("object", "list", "data", intent.refunds, "has_more", false, "url", path);
  }

  private StandInIntent create(Map<String, String> form) {
    if (!"manual".equals(form.get("capture_method"))) {
      throw new RefusedException("capture_method_invalid");
    }
    StandInIntent intent =
        new StandInIntent(
            "pi_" + ids.incrementAndGet(),
            number(form, "amount"),
            String.valueOf(form.get("currency")));
    intent.note(form);
    intents.put(intent.id, intent);
    return intent;
  }

  private StandInIntent capture(StandInIntent intent, Map<String, String> form) {
    long amount = number(form, "amount_to_capture");
    if (!intent.status.equals("requires_capture")) {
      throw new RefusedException("payment_intent_unexpected_state");
    }
    if (amount > intent.capturable()) {
      throw new RefusedException("amount_too_large");
    }
    boolean more = "false".equals(form.get("final_capture"));
    if (more && !multicapture) {
      throw new RefusedException("parameter_invalid");
    }
    intent.received += amount;
    intent.note(form);
    if (!more) {
      intent.status = "succeeded";
    }
    return intent;
  }

  private static StandInIntent cancel(StandInIntent intent) {
    if (intent.closed || intent.status.equals("succeeded")) {
      throw new RefusedException("payment_intent_unexpected_state");
    }
    intent.status = "canceled";
    intent.closed = true;
    return intent;
  }

  private Map<String, Object> refund(StandInIntent intent, Map<String, String> form) {
    long before = intent.refunds.stream().mapToLong(refund -> (Long) refund.get("amount")).sum();
    long amount = number(form, "amount");
    if (before + amount > intent.received) {
      throw new RefusedException("charge_already_refunded");
    }
    Map<String, Object> refund =
        Map.of(
            "id",
            "re_" + ids.incrementAndGet(),
            "object",
            "refund",
            "amount",
            amount,
            "metadata",
            Map.of("kontor_move", String.valueOf(form.get("metadata[kontor_move]"))),
            "status",
            "succeeded");
    intent.refunds.add(refund);
    return refund;
  }

  private StandInIntent intent(String id) {
    StandInIntent found = intents.get(id);
    if (found == null) {
      throw new RefusedException("resource_missing");
    }
    return found;
  }

  private static long number(Map<String, String> form, String field) {
    return Long.parseLong(String.valueOf(form.get(field)));
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : text.split("&")) {
      int at = pair.indexOf('=');
      if (at > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
