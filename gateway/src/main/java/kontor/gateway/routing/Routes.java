package kontor.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory.BackoffConfig;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.TimeoutException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Which path belongs to which service. */
@Configuration(proxyBeanMethods = false)
class Routes {

  private static final Map<String, String> API_DOCUMENTS =
      Map.of(
          "catalog", "/q/openapi?format=json",
          "order", "/v3/api-docs",
          "inventory", "/v3/api-docs",
          "connector", "/v3/api-docs",
          "analytics", "/q/openapi?format=json");

  private static final Map<String, List<String>> PATHS =
      Map.of(
          "catalog",
          List.of(
              "/api/shop/products/**",
              "/api/shop/categories/**",
              "/api/admin/products/**",
              "/api/admin/prices/**",
              "/api/admin/promotions/**",
              "/api/admin/imports/**",
              "/media/**"),
          "order",
          List.of(
              "/api/shop/carts/**",
              "/api/shop/customers/**",
              "/api/shop/gift-cards/**",
              "/api/shop/links/**",
              "/api/shop/orders/**",
              "/api/shop/payments/**",
              "/api/shop/session",
              "/api/shop/withdrawals/**",
              "/api/admin/customers/**",
              "/api/admin/documents/**",
              "/api/admin/gift-cards/**",
              "/api/admin/invoices/**",
              "/api/admin/mails/**",
              "/api/admin/orders/**",
              "/api/admin/payments/**",
              "/api/admin/shipping-methods/**"),
          "inventory",
          List.of(
              "/api/admin/stock/**",
              "/api/admin/locations/**",
              "/api/admin/suppliers/**",
              "/api/admin/purchase-orders/**"),
          "connector",
          List.of("/api/admin/marketplaces/**", "/api/shop/marketplaces/**"),
          "analytics",
          List.of("/api/admin/analytics/**"));

  /** Below a path of the catalog: who places orders counts the uses of promotions. */
  private static final String USES = "/api/admin/promotions/*/uses";

  private static final int FIRST = -1;

  @Bean
  RouteLocator routeLocator(RouteLocatorBuilder builder) {
    RouteLocatorBuilder.Builder routes = builder.routes();
    routes.route(
        "order-promotion-uses",
        route -> route.order(FIRST).path(USES).filters(Routes::repeat).uri("lb://order"));
    PATHS.forEach(
        (service, paths) ->
            routes.route(
                service,
                route ->
                    route
                        .path(paths.toArray(String[]::new))
                        .filters(Routes::repeat)
                        .uri("lb://" + service)));
    API_DOCUMENTS.forEach(
        (service, path) ->
            routes.route(
                "api-docs-" + service,
                route ->
                    route
                        .path("/api-docs/" + service)
                        .filters(
                            f ->
                                f.setPath(path.replaceFirst("\\?.*", ""))
                                    .addRequestHeader("Accept", "application/json"))
                        .uri("lb://" + service)));
    return routes.build();
  }

  /**
   * A read is tried again on another instance when one is away. What changes something is tried
   * again only if no connection came about, since then nothing was done.
   */
  @SuppressWarnings("unchecked") // the spec takes its exceptions as a generic array
  private static UriSpec repeat(GatewayFilterSpec filters) {
    BackoffConfig backoff =
        new BackoffConfig(Duration.ofMillis(50), Duration.ofMillis(400), 2, false);
    return filters
        .retry(
            retry ->
                retry
                    .setRetries(4)
                    .setMethods(HttpMethod.GET)
                    .setStatuses(HttpStatus.BAD_GATEWAY, HttpStatus.SERVICE_UNAVAILABLE)
                    .setExceptions(IOException.class, TimeoutException.class)
                    .setBackoff(backoff))
        .retry(
            retry ->
                retry
                    .setRetries(4)
                    .setMethods(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)
                    .setStatuses()
                    .setSeries()
                    .setExceptions(ConnectException.class)
                    .setBackoff(backoff));
  }
}
