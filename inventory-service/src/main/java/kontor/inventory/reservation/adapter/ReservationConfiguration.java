package kontor.inventory.reservation.adapter;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.inventory.location.Locations;
import kontor.inventory.location.Network.Described;
import kontor.inventory.reservation.AllocationPlan;
import kontor.inventory.reservation.ReservationProcess;
import kontor.inventory.reservation.StoredReservations;
import kontor.inventory.stock.Assortment;
import kontor.inventory.stock.Stock;
import kontor.platform.spring.Inboxes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Binds the reservation process to its topics. A record that fails four times goes to {@code
 * <topic>.inventory.dlq} and its order is parked; with store or broker away the poll comes again.
 */
@Configuration(proxyBeanMethods = false)
class ReservationConfiguration {

  @Bean
  ReservationProcess reservationProcess(
      Stock stock,
      Assortment assortment,
      EventStore store,
      AllocationPlan plan,
      ReservationSettings settings,
      Clock clock) {
    return new ReservationProcess(
        stock,
        assortment,
        new StoredReservations(
            store.aggregates(StoredReservations.TYPE, EventCodec.of(ReservationEvent.class))),
        plan,
        settings.holdTime(clock));
  }

  @Bean
  AllocationPlan allocationPlan(Stock stock, Locations locations, ReservationSettings settings) {
    return new AllocationPlan(
        stock,
        () -> locations.known().inOrder().stream().map(Described::location).toList(),
        settings.allocation());
  }

  @Bean
  Consumer<Message<List<byte[]>>> events(Inboxes inboxes, ReservationProcess process) {
    return inboxes.binding(
        List.of(Topics.ORDERS, Topics.RESERVATIONS, Topics.MARKETPLACE_ORDERS),
        (received, event) -> {
          if (event instanceof OrderEvent order) {
            process.on(order, received.causes("inventory"));
          } else if (event instanceof MarketplaceOrderEvent sale) {
            process.on(sale, received.causes("inventory"));
          } else {
            process.on((ReservationEvent) event, received.version(), received.causes("inventory"));
          }
        });
  }
}
