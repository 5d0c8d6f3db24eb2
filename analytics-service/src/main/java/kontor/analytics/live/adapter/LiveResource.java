package kontor.analytics.live.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.function.Consumer;
import kontor.analytics.platform.AnalyticsSettings;
import kontor.analytics.platform.BadQueryException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens right now, for managers, as server-sent events. */
@Path("/api/admin/analytics/live")
public final class LiveResource {

  private static final Logger LOG = LoggerFactory.getLogger(LiveResource.class);
  private static final int COME_BACK_MS = 2_000;

  private final LiveFeed feed;
  private final AnalyticsSettings.Live settings;
  private final MeterRegistry metrics;

  LiveResource(LiveFeed feed, AnalyticsSettings settings, MeterRegistry metrics) {
    this.feed = feed;
    this.settings = settings.live();
    this.metrics = metrics;
  }

  /** The last lines first, then each new one; a comment now and then while nothing happens. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Everything that happens, in plain words",
      description =
          "Server-sent events of the name 'event', each with id, time, topic, stream, kind and"
              + " text. A reader that is too slow is dropped and may come back.")
  public Multi<OutboundSseEvent> live(
      @Parameter(description = "de or en; en if absent") @QueryParam("lang")
          @Nullable String language,
      @Context Sse sse) {
    String spoken = language == null ? "en" : language;
    if (!spoken.equals("de") && !spoken.equals("en")) {
      throw new BadQueryException("lang", "not one of de, en");
    }
    Multi<OutboundSseEvent> lines =
        Multi.createFrom()
            .<OutboundSseEvent>emitter(
                emitter -> tell(emitter, spoken, sse), BackPressureStrategy.IGNORE)
            .onOverflow()
            .buffer(settings.waiting())
            .onFailure()
            .invoke(this::dropped);
    return Multi.createBy().merging().streams(lines, heartbeats(sse));
  }

  private void tell(MultiEmitter<? super OutboundSseEvent> emitter, String language, Sse sse) {
    emitter.emit(
        sse.newEventBuilder().reconnectDelay(COME_BACK_MS).comment("what happened last").build());
    Consumer<LiveLine> watcher = line -> emitter.emit(event(line.in(language), sse));
    emitter.onTermination(() -> feed.leave(watcher));
    feed.watch(watcher);
  }

  private Multi<OutboundSseEvent> heartbeats(Sse sse) {
    return Multi.createFrom()
        .ticks()
        .every(settings.heartbeat())
        .onOverflow()
        .drop()
        .map(tick -> sse.newEventBuilder().comment("alive").build());
  }

  private static OutboundSseEvent event(LiveLine.Told line, Sse sse) {
    return sse.newEventBuilder()
        .id(line.id())
        .name("event")
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(LiveLine.Told.class, line)
        .build();
  }

  private void dropped(Throwable reason) {
    metrics.counter("kontor.analytics.live.dropped").increment();
    LOG.info("a reader of the live events was too slow: {}", reason.toString());
  }
}
