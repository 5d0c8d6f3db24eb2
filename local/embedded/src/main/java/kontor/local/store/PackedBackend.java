package kontor.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;

/** All databases in memory, as small as they can be. */
class PackedBackend extends AbstractMongoBackend {

  @Override
  public MongoDatabase openOrCreateDatabase(String name) {
    return new PackedDatabase(name, getCursorRegistry());
  }
}
