package kontor.local.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import kontor.local.platform.RunningPlatform;
import kontor.local.story.Step;
import kontor.local.story.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays the main story against the running platform. */
@Command(
    name = "story",
    mixinStandardHelpOptions = true,
    description = {
      "Plays the main story against the running platform: from a product file to an order that is",
      "shipped, returned and counted, in the shop and on eBay. Every run has articles of its own.",
      "",
      "Exit code 0 when every step passed, 1 otherwise.",
      ""
    })
final class StoryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--times", defaultValue = "1", description = "How often (${DEFAULT-VALUE}).")
  private int times;

  @Option(names = "--json", description = "Write it as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  StoryCommand() {}

  @Override
  public Integer call() {
    Optional<RunningPlatform> platform = Running.platform(spec);
    if (platform.isEmpty()) {
      return Kontor.NOT_RUNNING;
    }
    Access access = Access.current();
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    boolean passed = true;
    for (int i = 1; i <= times; i++) {
      if (!json && times > 1) {
        terminal.line("Run " + i + " of " + times);
      }
      Story story =
          new Story(
              access.gateway(), access.sandbox(), access.manager(), step -> print(step, terminal));
      List<Step> steps = story.play();
      passed &= steps.stream().allMatch(Step::passed);
      if (json) {
        terminal.json(steps);
      }
    }
    return passed ? 0 : Kontor.FAILED;
  }

  private void print(Step step, Terminal terminal) {
    if (!json) {
      terminal.line(
          String.format(
              Locale.ROOT,
              "%s %6d ms  %s: %s",
              step.passed() ? "PASS" : "FAIL",
              step.milliseconds(),
              step.name(),
              step.detail()));
    }
  }
}
