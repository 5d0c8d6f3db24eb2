package kontor.order.document.adapter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.eventstore.RecordedEvent;
import kontor.eventstore.StreamId;
import kontor.order.document.Ledger;
import kontor.order.document.NumberRanges;
import kontor.order.document.RangeName;
import org.springframework.stereotype.Component;

/** Reads a range's stream from its beginning: for what is rare, such as voiding a number. */
@Component
class StoredLedger implements Ledger {

  private final EventStore store;
  private final EventCodec codec = EventCodec.of(InvoiceEvent.class);

  StoredLedger(EventStore store) {
    this.store = store;
  }

  @Override
  public Optional<InvoiceEvent> issued(String number) {
    StreamId range = new StreamId(NumberRanges.TYPE.category(), RangeName.of(number).value());
    return store.commits().after(range, 0).stream()
        .flatMap(commit -> commit.events().stream())
        .flatMap(this::read)
        .filter(event -> event.number().equals(number))
        .findFirst();
  }

  /** The first event of a number is the one that issued it. */
  private Stream<InvoiceEvent> read(RecordedEvent recorded) {
    return codec
        .read(recorded.type(), recorded.json().getBytes(StandardCharsets.UTF_8))
        .map(InvoiceEvent.class::cast)
        .stream();
  }
}
