package kontor.local.faults;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import kontor.local.edge.Edge;
import kontor.local.platform.RunningPlatform;

/**
 * The platform that a campaign runs on, and the ways to it. They lead past the links that are
 * broken.
 *
 * @param data the folder of a component's data
 * @param manager signs in, for requests that wait so long for an answer
 */
public record Site(
    RunningPlatform platform,
    Function<String, Path> data,
    URI gateway,
    URI sandbox,
    Function<Duration, Edge> manager,
    String mongoUri,
    String bootstrapServers) {}
