package kontor.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webflux.autoconfigure.WebFluxProperties;
import org.springframework.cloud.gateway.filter.factory.AddRequestHeaderGatewayFilterFactory;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory;
import org.springframework.cloud.gateway.filter.factory.SetPathGatewayFilterFactory;
import org.springframework.cloud.gateway.handler.predicate.PathRoutePredicateFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** Which service answers where one's paths lie below another one's. */
class RoutesTest {

  private final List<Route> routes = routes();

  @Test
  void theUsesOfAPromotionAreAskedOfWhoCountsThem() {
    assertThat(service("/api/admin/promotions/advent")).isEqualTo("catalog");
    assertThat(service("/api/admin/promotions/advent/uses")).isEqualTo("order");
    assertThat(service("/api/admin/promotions/uses")).isEqualTo("catalog");
  }

  @Test
  void giftCardsAreOfTheOrderServiceForManagerAndShop() {
    assertThat(service("/api/admin/gift-cards")).isEqualTo("order");
    assertThat(service("/api/admin/gift-cards/1/block")).isEqualTo("order");
    assertThat(service("/api/shop/gift-cards/balance")).isEqualTo("order");
  }

  @Test
  void whatMarketplacesTellGoesToTheConnector() {
    assertThat(service("/api/shop/marketplaces/ebay/notifications")).isEqualTo("connector");
    assertThat(service("/api/admin/marketplaces/kinds")).isEqualTo("connector");
  }

  private String service(String path) {
    var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
    return routes.stream()
        .sorted(Comparator.comparing(Route::getOrder))
        .filter(
            route -> Boolean.TRUE.equals(Mono.from(route.getPredicate().apply(exchange)).block()))
        .map(route -> route.getUri().getHost())
        .findFirst()
        .orElse("none");
  }

  private static List<Route> routes() {
    GenericApplicationContext context = new GenericApplicationContext();
    context.registerBean(
        PathRoutePredicateFactory.class,
        () -> new PathRoutePredicateFactory(new WebFluxProperties()));
    context.registerBean(RetryGatewayFilterFactory.class, () -> new RetryGatewayFilterFactory());
    context.registerBean(
        SetPathGatewayFilterFactory.class, () -> new SetPathGatewayFilterFactory());
    context.registerBean(
        AddRequestHeaderGatewayFilterFactory.class,
        () -> new AddRequestHeaderGatewayFilterFactory());
    context.refresh();
    List<Route> routes =
        new Routes()
            .routeLocator(new RouteLocatorBuilder(context))
            .getRoutes()
            .collectList()
            .block();
    context.close();
    return routes == null ? List.of() : routes;
  }
}
