package kontor.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import kontor.sandbox.amazon.Amazon;
import kontor.sandbox.amazon.pricing.Offer;
import kontor.sandbox.amazon.seller.AmazonSettings;
import kontor.sandbox.amazon.seller.Marketplace;
import kontor.sandbox.amazon.seller.Seller;
import kontor.sandbox.amazon.value.Money;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;

/** What goes on at Amazon around the sellers: competitors' offers and payouts. */
final class AmazonMarket {

  private final Input offer = Input.of("amazonOffer");
  private final Input settlement = Input.of("amazonSettlement");
  private final Amazon amazon;

  AmazonMarket(Amazon amazon) {
    this.amazon = amazon;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "/amazon/offers", "amazonOffer", this::offer),
        Route.of(
            "DELETE",
            "/amazon/offers/{marketplaceId}/{asin}/{sellerId}",
            "withdrawAmazonOffer",
            this::withdraw),
        Route.of("POST", "/amazon/settlements", "amazonSettlement", this::settle));
  }

  private Response offer(Request request) {
    ObjectNode body = offer.read(request);
    String place = place(body);
    String currency = Marketplace.of(place).currency();
    Offer given =
        new Offer(
            body.path("sellerId").asText("A9COMPETITOR"),
            place,
            body.get("asin").asText(),
            Money.of(new BigDecimal(body.get("price").asText()), currency),
            Money.of(new BigDecimal(body.path("shipping").asText("0")), currency),
            body.path("fulfilledBy").asText("MERCHANT").equals("AMAZON"),
            false);
    amazon.direct(
        stage -> {
          stage.market().offer(given);
          return stage;
        });
    return Response.json(201, given);
  }

  private static String place(ObjectNode body) {
    String place = body.path("marketplaceId").asText(AmazonSettings.GERMANY);
    if (Marketplace.find(place).isEmpty()) {
      throw new Refused(400, "marketplaceId", "there is no marketplace " + place);
    }
    return place;
  }

  private Response withdraw(Request request) {
    boolean there =
        amazon.direct(
            stage ->
                stage
                    .market()
                    .withdraw(
                        request.variable("marketplaceId"),
                        request.variable("asin"),
                        request.variable("sellerId")));
    if (!there) {
      throw new Refused(404, "sellerId", "no such offer");
    }
    return Response.empty(204);
  }

  private Response settle(Request request) {
    ObjectNode body = settlement.read(request);
    Seller seller = AmazonControl.seller(amazon, body.path("sellerId").asText());
    String place = place(body);
    return amazon
        .direct(stage -> stage.reports().settle(seller.sellerId(), place))
        .map(job -> Response.json(201, job))
        .orElseThrow(() -> new Refused(409, "sellerId", "nothing to pay out"));
  }
}
