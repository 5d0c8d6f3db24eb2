package kontor.inventory.location.adapter;

import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.inventory.location.LocationEvent;
import kontor.inventory.location.Locations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stream of places. */
@Configuration(proxyBeanMethods = false)
class LocationConfiguration {

  @Bean
  Locations locations(EventStore store) {
    return new Locations(store.aggregates(Locations.TYPE, EventCodec.of(LocationEvent.class)));
  }
}
