package kontor.local.story;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import kontor.local.edge.Edge;

/**
 * Plays the main story against the running platform, through the gateway only; the eBay buyer comes
 * to the sandbox. Each run has articles of its own, so it can be played any number of times.
 */
public final class Story {

  private final List<Step> steps = new ArrayList<>();
  private final Consumer<Step> told;
  private final Scene scene;
  private boolean failed;

  public Story(URI gateway, URI sandbox, Edge manager, Consumer<Step> told) {
    this.told = told;
    this.scene = new Scene(manager, Edge.visitor(gateway), Edge.visitor(sandbox));
  }

  /** Plays all steps; after one that fails, those that build on it are not played. */
  public List<Step> play() {
    step("A product file is imported", scene::importFile);
    step("The same file again changes nothing", scene::importAgain);
    step("Goods are received", scene::receive);
    step("eBay and Amazon list the product with price and quantity", scene::listed);
    step("A shopper finds the product and sees its price", scene::find);
    step("The cart costs what the catalog shows, VAT contained", scene::fillCart);
    step("The checkout is answered at once", scene::checkOut);
    step("The same checkout again is the same order", scene::checkOutAgain);
    step("Stock is held, payment authorised, the order confirmed", scene::confirmed);
    step("Available stock falls, and eBay and Amazon are told", scene::stockFell);
    step("An eBay buyer's order is taken over once", scene::ebaySale);
    step("An Amazon buyer's order is taken over once", scene::amazonSale);
    step("All three orders are shipped and paid", scene::ship);
    step("eBay and Amazon have the tracking numbers", scene::tracking);
    step("A return comes back: stock and money are put right", scene::giveBack);
    step("An order beyond the stock is refused, saying what is missing", scene::refused);
    step("Analytics shows all channels", scene::figures);
    return List.copyOf(steps);
  }

  private void step(String name, Callable<String> action) {
    if (failed) {
      return;
    }
    long start = System.nanoTime();
    Step step;
    try {
      String seen = action.call();
      step = new Step(name, true, elapsed(start), seen);
    } catch (Exception e) {
      failed = true;
      step = new Step(name, false, elapsed(start), String.valueOf(e.getMessage()));
    }
    steps.add(step);
    told.accept(step);
  }

  private static long elapsed(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
