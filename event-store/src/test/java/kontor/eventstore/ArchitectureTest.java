package kontor.eventstore;

import org.junit.jupiter.api.Test;

/** How the event store is built. */
class ArchitectureTest {

  @Test
  void theHouseRulesHold() {
    var unused = new HouseRules("kontor.eventstore").everywhere();
  }
}
