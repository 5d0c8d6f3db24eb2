package kontor.connector.channel;

import java.util.Optional;
import kontor.contracts.Sku;

/** The answer to one part of a push: nothing refused, or why. */
public record Pushed(Sku sku, Optional<String> refused) {}
