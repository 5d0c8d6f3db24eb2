package kontor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two thousand SKUs, and buyers at once. */
class LoadTest extends SandboxTest {

  @Test
  void twoThousandSkusAreListedAndSoldCheaply() {
    long start = System.nanoTime();
    for (int i = 0; i < 2_000; i++) {
      ebay.item("SKU-" + i, 10);
    }
    Duration each = Duration.ofNanos(System.nanoTime() - start).dividedBy(2_000);
    System.out.println("per item over HTTP: " + each.toNanos() / 1_000 + " µs");
    ebay.list("SKU-7", 50, "1.00");
    long sold =
        IntStream.range(0, 200)
            .parallel()
            .filter(i -> ebay.purchase("{'sku':'SKU-7'}").status() == 201)
            .count();
    assertThat(sold).isEqualTo(50);
    assertThat(ebay.ledger().path("orders")).hasSize(50);
    assertThat(each).isLessThan(Duration.ofMillis(20)); // a bound for a busy machine
  }
}
