package kontor.order.document.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kontor.contracts.invoice.InvoiceEvent.InvoiceIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceNumberVoided;
import kontor.local.TestPlatform;
import kontor.order.document.Archive.Entry;
import kontor.order.document.Bill;
import kontor.order.document.Original;
import kontor.order.document.PdfFile;
import kontor.order.document.RangeName.Kind;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

/** Originals stay what they were. */
class MongoArchiveTest {

  private static final String NUMBER = "RE-2026-11-00042";
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

  private final MongoDatabase database =
      MongoClients.create(TestPlatform.mongoUri()).getDatabase("test_" + UUID.randomUUID());
  private final MongoArchive archive = new MongoArchive(database);

  @Test
  void theFirstOriginalUnderANumberStays() {
    archive.keep(original("first"));
    archive.keep(original("second"));

    Original kept = archive.find(NUMBER).orElseThrow();
    assertThat(new String(kept.pdf().bytes(), StandardCharsets.UTF_8)).isEqualTo("first");
    assertThat(kept.keepUntil()).isEqualTo(LocalDate.of(2034, 12, 31));
    assertThat(archive.find("RE-2026-11-00043")).isEmpty();
  }

  @Test
  void whatWasChangedIsNotGivenOut() {
    archive.keep(original("first"));
    byte[] forged = "forged".getBytes(StandardCharsets.UTF_8);
    database
        .getCollection("documents")
        .updateOne(Filters.eq("_id", NUMBER), Updates.set("pdf", new Binary(forged)));

    assertThatThrownBy(() -> archive.find(NUMBER)).hasMessageContaining("was changed");
  }

  @Test
  void anOrderListsItsNumbersOnceAndSaysWhichAreVoid() {
    Bill bill = Papers.invoice(Papers.order("DE", "4.90", Papers.TEA)).bill();
    InvoiceIssued issued =
        new InvoiceIssued(
            NUMBER,
            Papers.ID,
            "1",
            Papers.TODAY,
            Papers.TODAY,
            bill.lines(),
            bill.taxes(),
            bill.rounding(),
            bill.total());
    archive.list(issued);
    archive.list(issued);
    Entry entry = new Entry(NUMBER, Kind.INVOICE, "1", Papers.TODAY, Papers.eur("24.90"), null);
    assertThat(archive.of(Papers.ID)).containsExactly(entry);

    archive.list(new InvoiceNumberVoided(NUMBER, Papers.ID, "misprint", NOW));
    assertThat(archive.of(Papers.ID)).extracting(Entry::voided).containsExactly("misprint");
  }

  private static Original original(String content) {
    return new Original(
        NUMBER,
        Papers.ID,
        new PdfFile(content.getBytes(StandardCharsets.UTF_8)),
        "<xml/>",
        Original.keepUntil(Papers.TODAY),
        NOW);
  }
}
