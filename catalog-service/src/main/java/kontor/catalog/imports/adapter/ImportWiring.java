package kontor.catalog.imports.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import kontor.catalog.imports.ImportLog;
import kontor.catalog.imports.Imports;
import kontor.catalog.platform.PlatformSettings;
import kontor.catalog.price.Prices;
import kontor.catalog.product.Products;

/** Puts imports together. */
@Singleton
final class ImportWiring {

  @Produces
  @Singleton
  ImportLog importLog(MongoDatabase database, ObjectMapper json) {
    return new MongoImportLog(database, json);
  }

  @Produces
  @Singleton
  Imports imports(
      Products products, Prices prices, ImportLog log, PlatformSettings settings, Clock clock) {
    Upload.clear(Upload.folder(settings));
    return new Imports(
        products, prices, log, settings.instance(), UUID.randomUUID().toString(), clock);
  }

  void close(@Disposes Imports imports) {
    imports.close();
  }
}
