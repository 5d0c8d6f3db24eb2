package kontor.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kontor.local.platform.PlatformException;

/**
 * More buyers than units, all at once.
 *
 * @param milliseconds from the first click until the last buyer knows
 * @param rejected buyers who were told that there is none left, at checkout or after it
 * @param other buyers who were told something else, which must not be
 */
public record FlashSale(
    int buyers, int units, int confirmed, int rejected, int other, long milliseconds) {

  static FlashSale of(Shop shop, String sku, int buyers, int units) {
    ExecutorService threads = Executors.newFixedThreadPool(buyers);
    long start = System.nanoTime();
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < buyers; i++) {
      answers.add(threads.submit(() -> shop.order(sku)));
    }
    List<String> states = answers.stream().map(FlashSale::await).toList();
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    threads.shutdown();
    int confirmed = count(states, Shop.CONFIRMED);
    int rejected = count(states, Shop.REJECTED);
    return new FlashSale(
        buyers, units, confirmed, rejected, buyers - confirmed - rejected, milliseconds);
  }

  private static int count(List<String> states, String state) {
    return (int) states.stream().filter(state::equals).count();
  }

  private static String await(Future<String> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      return String.valueOf(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
  }
}
