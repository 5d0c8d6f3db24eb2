package kontor.gateway.routing;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import kontor.gateway.GatewaySettings;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The instances of each service, as the settings name them. */
@Component
class Instances implements ReactiveDiscoveryClient {

  private final GatewaySettings settings;

  Instances(GatewaySettings settings) {
    this.settings = settings;
  }

  @Override
  public String description() {
    return "instances from the settings";
  }

  @Override
  public Flux<ServiceInstance> getInstances(String serviceId) {
    List<URI> uris = settings.services().getOrDefault(serviceId, List.of());
    return Flux.fromStream(
        IntStream.range(0, uris.size()).mapToObj(i -> instance(serviceId, i, uris.get(i))));
  }

  private static ServiceInstance instance(String service, int number, URI uri) {
    boolean secure = "https".equals(uri.getScheme());
    return new DefaultServiceInstance(
        service + "-" + (number + 1), service, uri.getHost(), uri.getPort(), secure);
  }

  @Override
  public Flux<String> getServices() {
    return Flux.fromIterable(settings.services().keySet());
  }
}
