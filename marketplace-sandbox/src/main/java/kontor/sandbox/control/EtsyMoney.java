package kontor.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.document.Json;
import kontor.sandbox.etsy.Etsy;
import kontor.sandbox.etsy.LedgerEntry;
import kontor.sandbox.etsy.Money;
import kontor.sandbox.etsy.Shop;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;
import org.jspecify.annotations.Nullable;

/** What Etsy does with a shop's money: pays it out, books what it likes, and the truth of it. */
final class EtsyMoney {

  private final Input payout = Input.of("etsyPayout");
  private final Input charge = Input.of("etsyCharge");
  private final Etsy etsy;

  EtsyMoney(Etsy etsy) {
    this.etsy = etsy;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "/etsy/payouts", "etsyPayout", this::payOut),
        Route.of("POST", "/etsy/charges", "etsyCharge", this::charge),
        Route.of("GET", "/etsy/payment-account", "etsyPaymentAccount", this::account));
  }

  private Response payOut(Request request) {
    ObjectNode body = payout.read(request);
    Shop shop = EtsyControl.shop(etsy, EtsyControl.shopId(body));
    Money kept = money("keep", body.path("keep").asText("0"), shop);
    return etsy.direct(() -> etsy.account().payOut(shop, kept))
        .map(entry -> Response.json(201, show(entry)))
        .orElseThrow(() -> new Refused(409, "shopId", "nothing is due"));
  }

  private Response charge(Request request) {
    ObjectNode body = charge.read(request);
    Shop shop = EtsyControl.shop(etsy, EtsyControl.shopId(body));
    Money amount = money("amount", body.get("amount").asText(), shop);
    String type = body.get("type").asText();
    Long receipt = number(body.get("receiptId"));
    Long parent = number(body.get("parentEntryId"));
    LedgerEntry booked =
        etsy.direct(() -> etsy.account().charge(shop, type, amount, receipt, parent));
    return Response.json(201, show(booked));
  }

  private static @Nullable Long number(@Nullable JsonNode node) {
    return node == null ? null : Long.valueOf(node.asLong());
  }

  private static Money money(String field, String text, Shop shop) {
    try {
      return Money.of(new BigDecimal(text), shop.currency());
    } catch (ArithmeticException e) {
      throw new Refused(409, field, "not an amount in " + shop.currency() + ": " + text);
    }
  }

  private Response account(Request request) {
    Shop shop = EtsyControl.shop(etsy, Optional.ofNullable(request.query().get("shopId")));
    ObjectNode shown = Json.object().put("shopId", shop.shopId());
    shown.put("balance", etsy.direct(() -> etsy.account().balance(shop)).decimal());
    ArrayNode entries = shown.putArray("entries");
    etsy.direct(() -> etsy.account().of(shop)).forEach(entry -> entries.add(show(entry)));
    return Response.json(200, shown);
  }

  private static ObjectNode show(LedgerEntry entry) {
    ObjectNode shown = Json.object().put("entryId", entry.entryId());
    shown.put("type", entry.type()).put("amount", entry.amount().decimal());
    shown.put("currency", entry.amount().currency()).put("balance", entry.balance().decimal());
    shown.put("created", entry.created().toString());
    return shown.put("receiptId", entry.receiptId());
  }
}
