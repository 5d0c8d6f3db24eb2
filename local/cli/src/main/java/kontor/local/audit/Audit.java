package kontor.local.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.audit.Finding;
import kontor.contracts.topic.Topics;
import kontor.local.edge.Edge;

/**
 * Compares what every service stored, what lies on the topics and what the lists show. It shares no
 * rule with the services: it adds up for itself. The platform should be at rest; what moves while
 * it reads would look wrong.
 */
public final class Audit {

  private final String mongoUri;
  private final String bootstrapServers;
  private final Edge manager;

  public Audit(String mongoUri, String bootstrapServers, Edge manager) {
    this.mongoUri = mongoUri;
    this.bootstrapServers = bootstrapServers;
    this.manager = manager;
  }

  public List<Finding> run() throws InterruptedException {
    try (MongoClient client = MongoClients.create(mongoUri)) {
      Streams streams = Streams.read(client);
      TopicContents contents = TopicContents.read(bootstrapServers, Topics.all());
      LedgerAudit ledgers = new LedgerAudit(streams, Instant.now());
      List<Finding> findings = new ArrayList<>();
      findings.addAll(new PublicationAudit(streams, contents).findings());
      findings.addAll(ledgers.findings());
      findings.addAll(new InvoiceAudit(streams).findings());
      findings.addAll(new PurchaseAudit(streams).findings());
      findings.addAll(new CostAudit(streams.of("stock"), new ShownLots(manager)).findings());
      findings.addAll(new ViewAudit(streams, ledgers.status(), manager).findings());
      findings.addAll(new FigureAudit(streams, manager).findings());
      return findings;
    }
  }
}
