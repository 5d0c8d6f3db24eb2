package kontor.inventory;

import kontor.eventstore.HouseRules;
import org.junit.jupiter.api.Test;

/** How the inventory service is built. */
class ArchitectureTest {

  @Test
  void theHouseRulesHold() {
    new HouseRules("kontor.inventory").everywhere().features().noCycles();
  }
}
