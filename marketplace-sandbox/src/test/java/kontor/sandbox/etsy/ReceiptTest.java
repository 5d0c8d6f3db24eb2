package kontor.sandbox.etsy;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.sandbox.etsy.EtsyCaller.Answer;
import org.junit.jupiter.api.Test;

/** Receipts, parcels, refunds, cancellations. */
class ReceiptTest extends EtsyTest {

  private static final String RECEIPTS = EtsyCaller.SHOP + "/receipts";

  private String buy(String purchase) {
    Answer bought = etsy.control("/etsy/purchases", purchase);
    assertThat(bought.status()).isEqualTo(201);
    return bought.at("/receiptId");
  }

  @Test
  void aReceiptAddsUpAndIsShownByTheTimeOfItsLastChange() {
    etsy.list("A", 9, "19.95");
    String id =
        buy(
            "{'sku':'A','quantity':2,'country':'AT','shipping':'4.90','discount':'1.00',"
                + "'tax':'2.00','payment':'PENDING'}");
    Answer waiting = etsy.get(RECEIPTS + "/" + id);
    assertThat(waiting.at("/status")).isEqualTo("Payment Processing");
    assertThat(waiting.at("/grandtotal/amount")).isEqualTo("4580");
    assertThat(waiting.at("/subtotal/amount")).isEqualTo("3890");
    assertThat(waiting.at("/transactions/0/price/amount")).isEqualTo("1995");
    assertThat(waiting.at("/transactions/0/sku")).isEqualTo("A");
    assertThat(waiting.at("/country_iso")).isEqualTo("AT");
    long updated = waiting.body().path("updated_timestamp").asLong();
    etsy.control("/clock", "{'advance':'PT5S'}");
    etsy.control("/etsy/receipts/" + id + "/pay", "{}");
    String since = "?min_last_modified=" + (updated + 5);
    assertThat(etsy.get(RECEIPTS + since).at("/results/0/status")).isEqualTo("Paid");
    assertThat(etsy.get(RECEIPTS + "?max_last_modified=" + updated).at("/count")).isEqualTo("0");
    assertThat(etsy.get(RECEIPTS + "?was_paid=false").at("/count")).isEqualTo("0");
    assertThat(etsy.get(RECEIPTS + "?limit=101").error()).startsWith("limit");
  }

  @Test
  void pagesFollowTheOrderThatIsAskedFor() {
    etsy.list("A", 9, "10.00");
    String first = buy("{'sku':'A'}");
    String second = buy("{'sku':'A'}");
    String page = RECEIPTS + "?limit=1&sort_on=updated&sort_order=asc&offset=";
    assertThat(etsy.get(page + 0).at("/results/0/receipt_id")).isEqualTo(first);
    assertThat(etsy.get(page + 1).at("/results/0/receipt_id")).isEqualTo(second);
    assertThat(etsy.get(page + 2).body().path("results")).isEmpty();
    assertThat(etsy.get(RECEIPTS).at("/results/0/receipt_id")).isEqualTo(second);
  }

  @Test
  void eachParcelToldMailsTheBuyerTheSameOneTwiceAsWell() {
    etsy.list("A", 9, "10.00");
    String id = buy("{'sku':'A'}");
    String parcel = "tracking_code=00340434&carrier_name=DHL";
    Answer shipped = etsy.form("POST", RECEIPTS + "/" + id + "/tracking", parcel);
    assertThat(shipped.at("/status")).isEqualTo("Completed");
    assertThat(shipped.at("/shipments/0/tracking_code")).isEqualTo("00340434");
    etsy.form("POST", RECEIPTS + "/" + id + "/tracking", parcel);
    assertThat(etsy.ledger().path("mails").asInt()).isEqualTo(2);
    assertThat(etsy.form("POST", RECEIPTS + "/" + id + "/tracking", "tracking_code=1").error())
        .startsWith("tracking_code");
    String unpaid = buy("{'sku':'A','payment':'PENDING'}");
    assertThat(etsy.form("POST", RECEIPTS + "/" + unpaid + "/tracking", parcel).status())
        .isEqualTo(400);
  }

  @Test
  void fault29RefundsLeaveTheTimeAsItWasAndACancelledReceiptMayBeGone() {
    etsy.list("A", 9, "10.00");
    String id = buy("{'sku':'A','quantity':2}");
    String before = etsy.get(RECEIPTS + "/" + id).at("/updated_timestamp");
    etsy.control("/clock", "{'advance':'PT5S'}");
    etsy.control("/etsy/receipts/" + id + "/refund", "{'amount':'5.00'}");
    Answer refunded = etsy.get(RECEIPTS + "/" + id);
    assertThat(refunded.at("/status")).isEqualTo("Partially Refunded");
    assertThat(refunded.at("/updated_timestamp")).isEqualTo(before);
    assertThat(refunded.at("/refunds/0/amount/amount")).isEqualTo("500");
    etsy.control("/etsy/receipts/" + id + "/refund", "{}");
    assertThat(etsy.get(RECEIPTS + "/" + id).at("/status")).isEqualTo("Fully Refunded");
    assertThat(etsy.control("/etsy/receipts/" + id + "/refund", "{'amount':'0.01'}").status())
        .isEqualTo(409);

    String gone = buy("{'sku':'A'}");
    etsy.control("/etsy/receipts/" + gone + "/cancel", "{'gone':true}");
    assertThat(etsy.get(RECEIPTS + "/" + gone).status()).isEqualTo(404);
    String kept = buy("{'sku':'A'}");
    etsy.control("/etsy/receipts/" + kept + "/cancel", "{}");
    assertThat(etsy.get(RECEIPTS + "/" + kept).at("/status")).isEqualTo("Canceled");
    assertThat(etsy.get(RECEIPTS + "?was_canceled=true").at("/count")).isEqualTo("1");
  }
}
