package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.Payouts.Payout;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/**
 * The Finances API's calls that read payouts and their transactions; signed where eBay wants it.
 */
final class FinanceCalls {

  private static final Pattern DATES = Pattern.compile("payoutDate:\\[(\\S+?)\\.\\.(\\S*?)]");
  private static final Pattern PAYOUT = Pattern.compile("payoutId:\\{([0-9]+)}");
  private static final int MOST_PAYOUTS = 200;
  private static final int MOST_TRANSACTIONS = 1_000;
  private static final int BY_DEFAULT = 20;

  private final Payouts payouts;
  private final HttpSignatures signatures;
  private final Seller seller;

  FinanceCalls(Payouts payouts, HttpSignatures signatures, Seller seller) {
    this.payouts = payouts;
    this.signatures = signatures;
    this.seller = seller;
  }

  /** GET /payout. */
  Response payouts(Request request) {
    signatures.check(request, seller);
    Matcher dates = match(DATES, request);
    Instant from = moment(dates.group(1));
    Instant to = dates.group(2).isEmpty() ? Instant.MAX : moment(dates.group(2));
    List<ObjectNode> found =
        payouts.newestFirst().stream()
            .filter(one -> !one.date().isBefore(from) && !one.date().isAfter(to))
            .map(FinanceCalls::show)
            .toList();
    return page(request, "payouts", found, MOST_PAYOUTS);
  }

  /** GET /payout/{payoutId}. */
  Response payout(Request request) {
    signatures.check(request, seller);
    String id = request.variable("payoutId");
    return payouts
        .find(id)
        .map(one -> Response.json(200, show(one)))
        .orElseThrow(() -> Problem.NO_SUCH_PAYOUT.refuse(id, "payoutId", id));
  }

  /** GET /transaction, of one payout. */
  Response transactions(Request request) {
    signatures.check(request, seller);
    String id = match(PAYOUT, request).group(1);
    List<ObjectNode> found = payouts.find(id).map(Payout::transactions).orElse(List.of());
    return page(request, "transactions", found, MOST_TRANSACTIONS);
  }

  private static ObjectNode show(Payout payout) {
    ObjectNode shown = Json.object().put("payoutId", payout.payoutId());
    shown.put("payoutStatus", "SUCCEEDED").put("payoutDate", OrderDocument.time(payout.date()));
    shown.put("transactionCount", payout.transactions().size());
    shown.set("amount", Json.tree(payout.amount()));
    return shown;
  }

  private static Matcher match(Pattern pattern, Request request) {
    String filter = request.parameter("filter").orElse("");
    Matcher matcher = pattern.matcher(filter);
    if (!matcher.matches()) {
      throw Problem.FINANCE_INPUT.refuse("not " + pattern, "filter", filter);
    }
    return matcher;
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Problem.FINANCE_INPUT.refuse("not a date", "filter", text);
    }
  }

  /** Nothing found is 204 at eBay. */
  private static Response page(Request request, String name, List<ObjectNode> found, int most) {
    int limit = Paging.number(request, "limit", BY_DEFAULT, 1, most, Problem.FINANCE_INPUT);
    int offset = Paging.number(request, "offset", 0, 0, Integer.MAX_VALUE, Problem.FINANCE_INPUT);
    if (found.isEmpty()) {
      return Response.empty(204);
    }
    ObjectNode body = Json.object().put("total", found.size());
    body.put("limit", limit).put("offset", offset);
    ArrayNode shown = body.putArray(name);
    found.stream().skip(offset).limit(limit).forEach(shown::add);
    if (offset + limit < found.size()) {
      Paging.link(body, "next", request, limit, offset + limit);
    }
    return Response.json(200, body);
  }
}
