package kontor.catalog;

import kontor.eventstore.HouseRules;
import org.junit.jupiter.api.Test;

/** How the catalog is built. */
class ArchitectureTest {

  @Test
  void theHouseRulesHold() {
    new HouseRules("kontor.catalog").everywhere().features("platform").noCycles();
  }
}
