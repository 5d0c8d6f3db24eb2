package kontor.catalog.product.adapter;

import java.nio.charset.StandardCharsets;
import kontor.catalog.product.Product;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.command.SnapshotFormat;

/** Each event carries the whole product, so the last one is the snapshot: its type and its JSON. */
record ProductSnapshot(EventCodec codec) implements SnapshotFormat<Product> {

  private static final int EVERY = 10;

  @Override
  public String shape() {
    return "last-event-1";
  }

  @Override
  public int every() {
    return EVERY;
  }

  @Override
  public String write(Product state) {
    Object event =
        state instanceof Product.Offered offered
            ? offered.content()
            : ((Product.Withdrawn) state).last();
    return EventCodec.type(event.getClass())
        + "\n"
        + new String(codec.write(event), StandardCharsets.UTF_8);
  }

  @Override
  public Product read(String text) {
    int end = text.indexOf('\n');
    byte[] json = text.substring(end + 1).getBytes(StandardCharsets.UTF_8);
    Object event = codec.read(text.substring(0, end), json).orElseThrow();
    return Product.evolve(new Product.Unknown(), (ProductEvent) event);
  }
}
