package kontor.order;

import kontor.eventstore.HouseRules;
import org.junit.jupiter.api.Test;

/** How the order service is built. */
class ArchitectureTest {

  @Test
  void theHouseRulesHold() {
    new HouseRules("kontor.order").everywhere().features("wiring").noCycles();
  }
}
