package kontor.local.command;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import kontor.local.platform.ComponentStatus;
import kontor.local.platform.ComponentStatus.State;
import kontor.local.platform.PlatformStatus;

/**
 * A line per component while the platform starts: written over on a terminal, one line per change
 * elsewhere.
 */
final class StartView {

  private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};

  private final Terminal terminal;
  private final Map<String, String> shown = new HashMap<>();
  private int drawn;
  private int turn;

  StartView(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Takes this state as known, so that only changes from it are told. */
  void remember(PlatformStatus status) {
    status.components().forEach(each -> shown.put(each.name(), known(each)));
  }

  void show(PlatformStatus status) {
    if (terminal.live()) {
      terminal.up(drawn);
      drawn = status.components().size();
      turn++;
      status.components().forEach(each -> terminal.lineOver(mark(each) + " " + line(each)));
      return;
    }
    for (ComponentStatus component : status.components()) {
      String before = shown.put(component.name(), known(component));
      if (!known(component).equals(before) && component.state() != State.WAITING) {
        terminal.line(line(component));
      }
    }
  }

  /** A restart is told even when it was over before anybody looked. */
  private static String known(ComponentStatus component) {
    return component.state() + " " + component.restarts();
  }

  private String mark(ComponentStatus component) {
    return switch (component.state()) {
      case READY -> "✔";
      case WAITING -> "·";
      case STARTING -> SPINNER[turn % SPINNER.length];
      default -> "!";
    };
  }

  private static String line(ComponentStatus component) {
    String time =
        component.state() == State.WAITING
            ? ""
            : String.format(Locale.ROOT, "%5.1f s", component.seconds());
    String restarts = component.restarts() == 0 ? "" : "  restarts: " + component.restarts();
    return String.format(
            Locale.ROOT,
            "%-14s port %-5d  %-10s %s%s",
            component.name(),
            component.port(),
            component.state().name().toLowerCase(Locale.ROOT),
            time,
            restarts)
        .stripTrailing();
  }
}
