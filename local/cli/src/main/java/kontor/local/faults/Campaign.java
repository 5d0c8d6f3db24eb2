package kontor.local.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kontor.local.edge.Edge;
import kontor.local.platform.ComponentStatus;

/**
 * Trades on the running platform, breaks it according to a schedule, and checks afterwards that
 * everybody got what he was promised. The seed determines what each actor does in which order, and
 * which fault strikes when, where and for how long.
 */
public final class Campaign {

  private static final Duration SIGN_IN = Duration.ofSeconds(30);

  private final Site site;
  private final Plan plan;
  private final Consumer<String> told;
  private final History history = new History();

  /**
   * What is to be done.
   *
   * @param every how far apart faults begin, on average
   * @param kinds the faults that are wanted
   * @param strict whether all of them must be possible; else the others are left out
   * @param killEach whether one instance of each component is killed first, in turn
   */
  public record Plan(
      long seed,
      Duration length,
      Duration every,
      Set<FaultKind> kinds,
      boolean strict,
      boolean killEach) {}

  /**
   * @param told gets a line for each fault and each phase
   */
  public Campaign(Site site, Plan plan, Consumer<String> told) {
    this.site = site;
    this.plan = plan;
    this.told = told;
  }

  /** Takes its time: the length of the plan, and until all is checked. */
  public Report run() throws InterruptedException {
    Instant started = Instant.now();
    List<String> setUp = setUp();
    Arsenal arsenal = Arsenal.of(site, plan.kinds());
    List<Fault> schedule =
        Schedule.of(plan.seed(), plan.length(), plan.every(), arsenal.targets(), plan.killEach());
    Articles articles = new Articles(Long.toString(started.toEpochMilli(), 36));
    told.accept("Opening shop with " + Articles.COUNT + " articles ...");
    articles.open(site.manager().apply(SIGN_IN), Edge.visitor(site.gateway()), history);
    Aftermath aftermath = new Aftermath(site, articles, history, told);
    Load load = new Load(plan.seed(), articles, history);
    load.start(site.gateway(), site.sandbox(), () -> site.manager().apply(Load.patience()));
    told.accept(schedule.size() + " faults in " + plan.length().toSeconds() + " s:");
    strike(arsenal, schedule);
    long lastFault = history.now();
    load.stop();
    told.accept("The last fault has ended, everybody stops; waiting until all is at rest ...");
    Aftermath.Result result = aftermath.check(load, lastFault);
    return new Report(
        new Report.Heading(
            plan.seed(),
            started,
            plan.length(),
            plan.every(),
            plan.killEach(),
            setUp,
            arsenal.missing()),
        history,
        result);
  }

  private void strike(Arsenal arsenal, List<Fault> schedule) throws InterruptedException {
    try (Injector injector = new Injector(arsenal.harms(), history, this::tell)) {
      Thread end = new Thread(injector::close, "end-faults");
      Runtime.getRuntime().addShutdownHook(end);
      injector.run(schedule);
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  private void tell(Fault fault, Entry entry) {
    told.accept(
        String.format(
            "%7.1f s  %-9s %-20s %s",
            entry.start() / 1_000.0,
            fault.kind().word(),
            fault.target(),
            entry.answer().getOrDefault("detail", "")));
  }

  private List<String> setUp() {
    Map<String, Long> kinds =
        site.platform().status().components().stream()
            .collect(
                Collectors.groupingBy(
                    ComponentStatus::kind, java.util.TreeMap::new, Collectors.counting()));
    List<String> lines = new ArrayList<>();
    kinds.forEach((kind, count) -> lines.add(count + " " + kind));
    return lines;
  }
}
