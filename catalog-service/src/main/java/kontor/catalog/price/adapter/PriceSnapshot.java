package kontor.catalog.price.adapter;

import java.nio.charset.StandardCharsets;
import kontor.catalog.price.PriceSheet;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.command.SnapshotFormat;

/** Prices as the event that would set them; repricing makes their streams long. */
record PriceSnapshot(EventCodec codec) implements SnapshotFormat<PriceSheet> {

  private static final Sku ANY = new Sku("-");
  private static final int EVERY = 20;

  @Override
  public String shape() {
    return "prices-1";
  }

  @Override
  public int every() {
    return EVERY;
  }

  @Override
  public String write(PriceSheet state) {
    return new String(codec.write(new PricesSet(ANY, state.prices())), StandardCharsets.UTF_8);
  }

  @Override
  public PriceSheet read(String text) {
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    Object event = codec.read(EventCodec.type(PricesSet.class), json).orElseThrow();
    return new PriceSheet(((PricesSet) event).prices());
  }
}
