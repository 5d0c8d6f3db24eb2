package kontor.connector.etsy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.FeeReports.ClosedSettlement;
import kontor.connector.channel.FeeReports.SettledAmount;
import kontor.connector.channel.FeeReports.Settlement;
import kontor.contracts.Money;
import kontor.contracts.settlement.SettlementEvent.MovementKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payouts of the payment account, movement by movement. */
class EtsyPayoutTest {

  private final Instant lately = Instant.now().minusSeconds(86_400);

  private final EtsyStand stand = new EtsyStand();

  @AfterEach
  void close() {
    stand.close();
  }

  @Test
  void aPayoutIsItsMovementsToTheCent() {
    EtsyChannel channel = stand.channel();
    String order = stand.buy("{'sku':'A','quantity':2,'shipping':'4.90','tax':'2.00'}");
    String paid = payOut("{}");
    List<ClosedSettlement> closed = channel.closedSettlements(lately);

    assertThat(closed).hasSize(1);
    Settlement settlement = channel.settlement(closed.get(0).report());
    assertThat(settlement.payout().amount()).isEqualTo(paid);
    assertThat(sum(settlement)).isEqualTo(settlement.payout());
    assertThat(words(settlement))
        .containsExactly(
            "ACCOUNT_FEE -0.20 listing",
            "SALE 26.90 PAYMENT_GROSS",
            "COMMISSION -1.38 PAYMENT_PROCESSING_FEE",
            "COMMISSION -1.30 transaction",
            "COMMISSION -0.32 shipping_transaction",
            "TAX_WITHHELD -2.00 sales_tax",
            "COMMISSION -0.20 transaction_quantity");
    assertThat(settlement.movements().subList(1, 7))
        .extracting(SettledAmount::externalId)
        .containsOnly(Optional.of(order));
    String line = channel.order(order).orders().get(0).lines().get(0).externalLineId();
    assertThat(settlement.movements().get(3).externalLineId()).contains(line);
  }

  @Test
  void overTwoPayoutsEachOrderHasWhatEtsyBookedForItAlsoWhenItIsPaidBackLater() {
    EtsyChannel channel = stand.channel();
    List<String> orders =
        IntStream.range(0, 5)
            .mapToObj(i -> stand.buy("{'sku':'A','shipping':'3.90','discount':'0.77'}"))
            .toList();
    refund(orders.get(0), "{'amount':'3.33'}");
    String first = payOut("{'keep':'1.23'}");
    refund(orders.get(0), "{}");
    stand.buy("{'sku':'A','quantity':3}");
    String second = payOut("{}");

    List<Settlement> settlements = settlements(channel);
    assertThat(settlements).extracting(one -> one.payout().amount()).containsExactly(first, second);
    assertThat(settlements).allSatisfy(one -> assertThat(sum(one)).isEqualTo(one.payout()));
    assertThat(words(settlements.get(0))).endsWith("OTHER -1.23 balance after");
    assertThat(words(settlements.get(1))).startsWith("OTHER 1.23 balance before");
    assertThat(settlements.get(1).from()).isEqualTo(settlements.get(0).until());
    assertThat(byOrder(settlements)).isEqualTo(booked()).hasSize(6);
    assertThat(settlements(channel)).isEqualTo(settlements);
  }

  /** What is paid out and what the account still holds are all that was ever booked. */
  @Test
  void whateverHappensAtAShopSettlementsAddUpAndNoOrderLosesACent() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    EtsyChannel channel = stand.channel();
    List<String> orders = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      happens(random, orders);
    }
    charge("moon_credit", "500.00", "");
    payOut("{}");

    List<Settlement> settlements = settlements(channel);
    assertThat(settlements)
        .as("seed " + seed)
        .allSatisfy(one -> assertThat(sum(one)).isEqualTo(one.payout()));
    assertThat(byOrder(settlements)).as("seed " + seed).isEqualTo(booked());
    assertThat(settlements.stream().map(Settlement::payout).reduce(Money::plus))
        .as("seed " + seed)
        .contains(earned());
  }

  private void happens(Random random, List<String> orders) {
    String any = orders.isEmpty() ? "0" : orders.get(random.nextInt(orders.size()));
    switch (random.nextInt(8)) {
      case 0 -> stand.control("/control/etsy/payouts", "{'keep':'" + cents(random, 3000) + "'}");
      case 1, 2 -> refund(any, "{'amount':'" + cents(random, 900) + "'}");
      case 3 -> stand.control("/control/etsy/receipts/" + any + "/cancel", "{}");
      case 4 -> charge("prolist", "-" + cents(random, 2000), "");
      default ->
          orders.add(
              stand.buy(
                  "{'sku':'A','quantity':%d,'shipping':'%s','discount':'%s','tax':'%s'}"
                      .formatted(
                          1 + random.nextInt(3),
                          cents(random, 700),
                          cents(random, 300),
                          cents(random, 200))));
    }
  }

  private static String cents(Random random, int below) {
    return BigDecimal.valueOf(random.nextInt(below), 2).toPlainString();
  }

  /** All that the sandbox booked but payouts. */
  private Money earned() {
    List<String> amounts =
        JsonPath.read(stand.paymentAccount(), "$.entries[?(@.type != 'DISBURSE2')].amount");
    return amounts.stream()
        .map(amount -> Money.of(amount, "EUR"))
        .reduce(Money.of("0", "EUR"), Money::plus);
  }

  @Test
  void aFeeOfALineThatIsGoneWithItsReceiptIsKeptWithoutAnOrder() {
    EtsyChannel channel = stand.channel();
    stand.buy("{'sku':'A','quantity':2}");
    String gone = stand.buy("{'sku':'A'}");
    stand.control("/control/etsy/receipts/" + gone + "/cancel", "{'gone':true}");
    String paid = payOut("{}");

    Settlement settlement = settlements(channel).get(0);
    assertThat(sum(settlement)).isEqualTo(settlement.payout());
    assertThat(settlement.payout().amount()).isEqualTo(paid);
    assertThat(settlement.movements().stream().filter(one -> one.kind() == MovementKind.OTHER))
        .extracting(one -> one.amount().amount() + " " + one.words().replaceAll("[0-9]", ""))
        .containsExactly(
            "-0.65 transaction of transaction ", "0.65 transaction_refund of transaction ");
    assertThat(byOrder(List.of(settlement))).isEqualTo(booked()).containsEntry(gone, "-0.30");
  }

  @Test
  void whatIsNotKnownKeepsEtsysWordsAndTaxOnAFeeFollowsTheFee() {
    EtsyChannel channel = stand.channel();
    String order = stand.buy("{'sku':'A'}");
    List<Object> fee =
        JsonPath.read(stand.paymentAccount(), "$.entries[?(@.type=='transaction')].entryId");
    charge("vat_seller_services", "-0.12", ",'parentEntryId':" + fee.get(0));
    charge("vat_seller_services", "-0.04", "");
    charge("moon_tax", "-0.50", "");
    charge("star_credit", "0.70", ",'receiptId':" + order);
    String paid = payOut("{}");

    Settlement settlement = channel.settlement(channel.closedSettlements(lately).get(0).report());
    assertThat(settlement.payout().amount()).isEqualTo(paid);
    assertThat(sum(settlement)).isEqualTo(settlement.payout());
    assertThat(settlement.movements())
        .extracting(
            one -> one.words() + " " + one.kind() + " " + one.externalId().orElse("of the account"))
        .contains(
            "vat_seller_services COMMISSION " + order,
            "vat_seller_services ACCOUNT_FEE of the account",
            "moon_tax OTHER of the account",
            "star_credit OTHER " + order);
  }

  @Test
  void payoutsAreFoundOnceAndReadOnFromTheLastReading() {
    EtsyChannel channel = stand.channel();
    assertThat(channel.closedSettlements(lately)).isEmpty();
    for (int i = 0; i < 20; i++) {
      stand.buy("{'sku':'A'}");
    }
    payOut("{'keep':'50.00'}");
    payOut("{}");
    assertThat(channel.closedSettlements(lately)).hasSize(2).doesNotHaveDuplicates();
    assertThat(channel.closedSettlements(lately)).hasSize(2);
    assertThat(channel.closedSettlements(lately.minusSeconds(864_000))).hasSize(2);
    assertThat(channel.closedSettlements(Instant.now().plusSeconds(60))).isEmpty();
    assertThatThrownBy(() -> channel.settlement("1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no payout 1");
  }

  @Test
  void aPageThatIsShownTwiceHidesNoPayout() {
    EtsyChannel channel = stand.channel();
    for (int i = 0; i < 40; i++) {
      stand.buy("{'sku':'A'}");
    }
    payOut("{}");
    stand.control(
        "/control/etsy/faults",
        "{'operation':'getShopPaymentAccountLedgerEntries','kind':'REPEAT_PAGE','every':2}");
    assertThatThrownBy(() -> channel.closedSettlements(lately))
        .isInstanceOf(ChannelException.class)
        .hasMessageMatching("Etsy shows \\d+ of 122 entries");
    assertThat(channel.closedSettlements(lately)).hasSize(1);
  }

  private List<Settlement> settlements(EtsyChannel channel) {
    return channel.closedSettlements(lately).stream()
        .map(closed -> channel.settlement(closed.report()))
        .toList();
  }

  private void refund(String receipt, String body) {
    stand.control("/control/etsy/receipts/" + receipt + "/refund", body);
  }

  /** What arrives at the bank. */
  private String payOut(String body) {
    String paid = JsonPath.read(stand.control("/control/etsy/payouts", body), "$.amount");
    return new BigDecimal(paid).negate().setScale(2).toPlainString();
  }

  private void charge(String type, String amount, String more) {
    stand.control(
        "/control/etsy/charges", "{'type':'" + type + "','amount':'" + amount + "'" + more + "}");
  }

  private static Money sum(Settlement settlement) {
    return settlement.movements().stream()
        .map(SettledAmount::amount)
        .reduce(Money.of("0.00", "EUR"), Money::plus);
  }

  private static List<String> words(Settlement settlement) {
    return settlement.movements().stream()
        .map(one -> one.kind() + " " + one.amount().amount() + " " + one.words())
        .toList();
  }

  /** By the sandbox's own books. */
  private Map<String, String> booked() {
    List<Map<String, Object>> entries =
        JsonPath.read(stand.paymentAccount(), "$.entries[?(@.receiptId != null)]");
    return entries.stream()
        .collect(
            Collectors.toMap(
                entry -> String.valueOf(entry.get("receiptId")),
                entry -> Money.of(String.valueOf(entry.get("amount")), "EUR"),
                Money::plus))
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, one -> one.getValue().amount(), (a, b) -> a, TreeMap::new));
  }

  private static Map<String, String> byOrder(List<Settlement> settlements) {
    Map<String, Money> sums = new TreeMap<>();
    for (Settlement settlement : settlements) {
      for (SettledAmount one : settlement.movements()) {
        one.externalId().ifPresent(order -> sums.merge(order, one.amount(), Money::plus));
      }
    }
    Map<String, String> texts = new TreeMap<>();
    sums.forEach((order, sum) -> texts.put(order, sum.amount()));
    return texts;
  }
}
