package kontor.connector;

import kontor.eventstore.HouseRules;
import org.junit.jupiter.api.Test;

/** How the connector is built. */
class ArchitectureTest {

  @Test
  void theHouseRulesHold() {
    new HouseRules("kontor.connector")
        .everywhere()
        .features("amazon", "ebay", "etsy", "partner", "work", "wiring")
        .noCycles();
  }
}
