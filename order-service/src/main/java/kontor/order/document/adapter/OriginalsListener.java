package kontor.order.document.adapter;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.eventstore.StoreUnavailableException;
import kontor.order.document.Originals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes originals as the numbers are taken. One that cannot be printed does not stop those after it
 * in its range, which have nothing to do with it: it is counted, told, and tried again when
 * somebody asks for it.
 */
@Component
public class OriginalsListener {

  private static final Logger LOG = LoggerFactory.getLogger(OriginalsListener.class);

  private final Originals originals;
  private final Counter failed;

  OriginalsListener(Originals originals, MeterRegistry registry) {
    this.originals = originals;
    failed =
        Counter.builder("kontor.documents.failed")
            .baseUnit("documents")
            .description(
                "Invoices and credit notes that could not be printed when they were issued")
            .register(registry);
  }

  public void on(InvoiceEvent event) {
    try {
      originals.on(event);
    } catch (MongoException | StoreUnavailableException e) {
      throw e; // the poll comes again
    } catch (RuntimeException e) {
      failed.increment();
      LOG.error("{} could not be printed", event.number(), e);
    }
  }
}
