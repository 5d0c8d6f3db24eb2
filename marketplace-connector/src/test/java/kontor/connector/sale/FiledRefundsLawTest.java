package kontor.connector.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Progress;
import kontor.connector.channel.RefundFiles;
import kontor.connector.sale.DueRequest.Ask;
import kontor.connector.sale.DueRequest.PayBack;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import org.junit.jupiter.api.Test;

/** Refunds in files, of whoever may die before and after whatever is kept or called. */
class FiledRefundsLawTest {

  private static final Money NONE = Money.of("0.00", "EUR");
  private static final MarketplaceChannel CHANNEL =
      (MarketplaceChannel)
          Proxy.newProxyInstance(
              FiledRefundsLawTest.class.getClassLoader(),
              new Class<?>[] {MarketplaceChannel.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  @Test
  void eachIsPaidBackOnceWhereverItsWorkerDies() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    int inOneFile = 0;
    for (int run = 0; run < 1_000; run++) {
      inOneFile = Math.max(inOneFile, check(random, "seed " + seed + " run " + run));
    }
    assertThat(inOneFile).isGreaterThan(1);
  }

  @Test
  void whatIsForNoLineGoesWithOneThatCostsAsMuchAndWhatNoneCostsWaitsForAPerson() {
    World world = new World(new Random(1), 0);
    world.decide("1", "9.00");
    world.decide("2", "9.01");
    List<String> parked = new ArrayList<>();
    world.worker().run(world.due(), world.due(), (due, why) -> parked.add(due.name() + why));

    assertThat(world.document).containsExactly("1 R1");
    assertThat(parked).singleElement().asString().startsWith("2 R1").contains("by hand");
  }

  /** Returns how many refunds the largest file had. */
  private static int check(Random random, String where) {
    World world = new World(random, random.nextInt(4));
    int refunds = 1 + random.nextInt(6);
    int decided = 0;
    int largest = 0;
    for (int step = 0; decided < refunds || !world.requests.isEmpty(); step++) {
      assertThat(step).as(where).isLessThan(500);
      if (step == 300) {
        world.calm(); // six refunds need a dozen steps without a death, which chance may not give
      }
      if (decided < refunds && random.nextBoolean()) {
        world.decide(Integer.toString(++decided), "4.50");
      }
      try {
        world.work();
      } catch (Crash crash) {
        // the next goes on with what was kept
      }
      largest = Math.max(largest, world.document.size());
    }
    assertThat(world.paid).as(where).hasSize(refunds).allSatisfy((name, times) -> once(times));
    return largest;
  }

  private static void once(int times) {
    assertThat(times).isEqualTo(1);
  }

  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** What is kept, and a marketplace that keeps the contract of its interface. */
  private static final class World implements DueRequests, RefundFiles {

    private final Random random;
    private int danger;
    private final Map<String, DueRequest> requests = new HashMap<>();
    private final Map<String, List<String>> documents = new HashMap<>();
    private final Set<String> submitted = new HashSet<>();
    private final Map<String, Integer> paid = new HashMap<>();
    private List<String> document = List.of();
    private Optional<OpenFile> open = Optional.empty();

    /**
     * @param danger of ten times that a worker may die
     */
    World(Random random, int danger) {
      this.random = random;
      this.danger = danger;
    }

    void calm() {
      danger = 0;
    }

    private void maybeDie() {
      if (random.nextInt(10) < danger) {
        throw new Crash();
      }
    }

    void decide(String external, String amount) {
      OrderId order = OrderId.ofSale(new ChannelId("amazon-de"), "main", external);
      PayBack payBack = new PayBack("R1", Money.of(amount, "EUR"), Map.of());
      DueRequest due =
          new DueRequest(order, external, payBack, Instant.EPOCH, Optional.empty(), false);
      requests.put(due.name(), due);
    }

    List<DueRequest> due() {
      return requests.values().stream()
          .sorted((one, other) -> one.name().compareTo(other.name()))
          .toList();
    }

    FiledRefunds worker() {
      return new FiledRefunds(CHANNEL, this, World::sale, this);
    }

    /** As whoever has the account does. */
    void work() {
      List<DueRequest> all = due();
      List<DueRequest> waiting = all.stream().filter(due -> due.ticket().isEmpty()).toList();
      worker()
          .run(
              all,
              waiting,
              (due, why) -> {
                throw new AssertionError(why);
              });
      for (DueRequest due : due()) {
        due.ticket()
            .filter(ticket -> FiledRefunds.progress(this, ticket) instanceof Progress.Done)
            .ifPresent(ticket -> settled(CHANNEL, due));
      }
    }

    private static Sale sale(String externalId) {
      MarketplaceLine line =
          new MarketplaceLine(
              "L1", new Sku("TEE"), "Tee", new Quantity(1), Money.of("9.00", "EUR"));
      return new Sale.Open(
          new MarketplaceOrderReceived(
              new ChannelId("amazon-de"),
              "main",
              externalId,
              new CustomerId("b"),
              CountryCode.GERMANY,
              List.of(line),
              NONE,
              line.total(),
              Instant.EPOCH),
          Told.NOTHING);
    }

    @Override
    public int mostInFile() {
      return 4;
    }

    @Override
    public Prepared prepare(List<Asked> refunds) {
      maybeDie();
      String name = "D" + documents.size();
      document = refunds.stream().map(one -> one.externalId() + " " + one.refund().id()).toList();
      documents.put(name, document);
      maybeDie();
      return new Prepared(name, document);
    }

    @Override
    public Optional<String> submit(String ticket) {
      maybeDie();
      if (random.nextInt(4) == 0) {
        return Optional.empty();
      }
      if (submitted.add(ticket)) {
        documents
            .getOrDefault(ticket, List.of())
            .forEach(name -> paid.merge(name, 1, Integer::sum));
      }
      maybeDie();
      return Optional.of("F" + ticket);
    }

    @Override
    public boolean paidBack(String submission, String part) {
      assertThat(documents.get(submission.substring(1))).contains(part);
      return random.nextBoolean();
    }

    @Override
    public Optional<OpenFile> openFile(MarketplaceChannel channel) {
      return open;
    }

    @Override
    public void putFile(MarketplaceChannel channel, OpenFile file) {
      maybeDie();
      open = Optional.of(file);
      maybeDie();
    }

    @Override
    public void closeFile(MarketplaceChannel channel) {
      maybeDie();
      open = Optional.empty();
      maybeDie();
    }

    @Override
    public void put(MarketplaceChannel channel, DueRequest request) {
      maybeDie();
      requests.replace(request.name(), request);
      maybeDie();
    }

    @Override
    public void settled(MarketplaceChannel channel, DueRequest request) {
      maybeDie();
      requests.remove(request.name());
    }

    @Override
    public List<DueRequest> of(MarketplaceChannel channel) {
      return due();
    }

    @Override
    public void note(OrderId order, Ask ask) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void noteReturn(OrderId order, String rma, Map<Integer, Integer> units) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<Integer, Integer> returned(OrderId order, String rma) {
      throw new UnsupportedOperationException();
    }
  }
}
