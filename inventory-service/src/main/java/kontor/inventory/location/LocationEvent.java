package kontor.inventory.location;

import kontor.contracts.EventType;

/** What happened to the places; nobody else needs to know, so it is on no topic. */
public sealed interface LocationEvent {

  /** The place is new or described anew. */
  @EventType("kontor.location.put.v1")
  record LocationPut(Location location) implements LocationEvent {}
}
