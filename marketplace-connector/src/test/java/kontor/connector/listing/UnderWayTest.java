package kontor.connector.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import kontor.connector.channel.Account;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Sku;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class UnderWayTest {

  private static final Account ACCOUNT =
      new Account("amazon", new ChannelId("amazon-de"), "main", CountryCode.GERMANY, Map.of());
  private static final Sku A = new Sku("A");
  private static final Sku B = new Sku("B");

  private final Kept book = new Kept();
  private final UnderWay underWay = new UnderWay(ACCOUNT, book);

  @Test
  void whatIsWrittenDownIsClear() {
    underWay.begin(List.of(A, B));
    underWay.end(List.of(A, B));
    assertThat(underWay.unclear(A)).isFalse();
    assertThat(new UnderWay(ACCOUNT, book).takeOver()).isEmpty();
  }

  @Test
  void whoComesAfterACrashKnowsWhatWasSent() {
    underWay.begin(List.of(A, B));
    UnderWay next = new UnderWay(ACCOUNT, book);
    assertThat(next.takeOver()).containsExactlyInAnyOrder(A, B);
    assertThat(next.unclear(A)).isTrue();
  }

  @Test
  void whatIsStillUnclearIsNotForgottenWhenOthersAreSent() {
    underWay.begin(List.of(A)); // and the answer is lost
    underWay.begin(List.of(B));
    underWay.end(List.of(B));
    assertThat(new UnderWay(ACCOUNT, book).takeOver()).containsExactly(A);
  }

  @Test
  void whatOurOwnLimitsHeldBackIsAsClearAsBefore() {
    underWay.begin(List.of(A)); // and the answer is lost
    Set<Sku> fresh = underWay.begin(List.of(A, B));
    underWay.notSent(fresh);
    assertThat(underWay.unclear(A)).isTrue();
    assertThat(underWay.unclear(B)).isFalse();
  }

  @Test
  void whatWasLeftForLaterIsAsUnclearAsBefore() {
    underWay.begin(List.of(A)); // and the answer is lost
    Set<Sku> clear = underWay.begin(List.of(A, B));
    underWay.end(clear); // neither was sent
    assertThat(underWay.unclear(A)).isTrue();
    assertThat(new UnderWay(ACCOUNT, book).takeOver()).containsExactly(A);
  }

  /**
   * A marketplace, a worker that dies or loses answers anywhere, and figures that change to and
   * fro: in the end the marketplace shows what is wanted.
   */
  @RepeatedTest(20)
  void whateverGoesWrongTheMarketplaceShowsWhatIsWanted() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    RandomGenerator chance = new Random(seed);
    Play play = new Play(chance);
    for (int i = 0; i < 500; i++) {
      play.step();
    }
    play.quiet();
    assertThat(play.shown).as("seed %d", seed).isEqualTo(play.wanted);
  }

  /** All that matters of the work for one account. */
  private static final class Play {

    private static final List<Sku> SKUS = List.of(A, B, new Sku("C"));

    private final RandomGenerator chance;
    private final Kept book = new Kept();
    private final Map<Sku, Integer> wanted = new HashMap<>();
    private final Map<Sku, Integer> shown = new HashMap<>();
    private final Map<Sku, Integer> believed = new HashMap<>();
    private UnderWay underWay = new UnderWay(ACCOUNT, book);

    Play(RandomGenerator chance) {
      this.chance = chance;
      SKUS.forEach(sku -> wanted.put(sku, 1));
    }

    void step() {
      wanted.put(SKUS.get(chance.nextInt(SKUS.size())), chance.nextInt(2));
      push(chance.nextInt(7));
    }

    void quiet() {
      push(5);
    }

    /**
     * @param fate dies before the call, after it, or amid writing down; the call is lost on its way
     *     or back, all goes well, or the channel leaves all but the first for later
     */
    private void push(int fate) {
      List<Sku> due = SKUS.stream().filter(this::due).toList();
      if (due.isEmpty()) {
        return;
      }
      Set<Sku> clear = underWay.begin(due);
      if (fate == 6) {
        copy(due.get(0), shown);
        copy(due.get(0), believed);
        clear.add(due.get(0));
        underWay.end(clear);
        return;
      }
      boolean arrives = fate != 0 && fate != 3;
      due.stream().filter(sku -> arrives).forEach(sku -> copy(sku, shown));
      if (fate >= 2 && fate != 3 && fate != 4) {
        List<Sku> written = fate == 2 ? due.subList(0, 1) : due;
        written.forEach(sku -> copy(sku, believed));
      }
      if (fate == 5) {
        underWay.end(due);
      } else if (fate < 3) {
        underWay = new UnderWay(ACCOUNT, book);
        underWay.takeOver();
      }
    }

    private void copy(Sku sku, Map<Sku, Integer> into) {
      into.put(sku, wanted.getOrDefault(sku, 0));
    }

    private boolean due(Sku sku) {
      return !Objects.equals(wanted.get(sku), believed.get(sku)) || underWay.unclear(sku);
    }
  }

  private static final class Kept implements OpenPushes {

    private Set<Sku> open = Set.of();

    @Override
    public Set<Sku> of(Account account) {
      return open;
    }

    @Override
    public void note(Account account, Collection<Sku> skus) {
      open = Set.copyOf(new HashSet<>(skus));
    }
  }
}
