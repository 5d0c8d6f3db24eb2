package kontor.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kontor.local.deadletter.Letter;
import kontor.local.deadletter.LetterBox;
import kontor.local.platform.PlatformException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, explains and replays what could not be processed. */
@Command(
    name = "dlq",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a service could not process and put aside, why, and sends it again.",
      "",
      "  ./kontor dlq                        all letters that wait",
      "  ./kontor dlq show ID                one of them in full",
      "  ./kontor dlq replay ID              send it again, for example after a new version",
      "  ./kontor dlq replay ID --payload F  send the repaired payload of file F instead",
      ""
    })
final class DlqCommand implements Callable<Integer> {

  /** What can be done with letters. */
  enum Action {
    LIST,
    SHOW,
    REPLAY
  }

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "LIST",
      description = "list, show or replay (${DEFAULT-VALUE}).")
  private Action action;

  @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The letter.")
  private @Nullable String id;

  @Option(names = "--payload", paramLabel = "FILE", description = "Send this instead.")
  private @Nullable Path payload;

  @Option(names = "--header", paramLabel = "NAME=VALUE", description = "Set a header.")
  private Map<String, String> headers = new HashMap<>();

  @Option(names = "--json", description = "Write it as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  DlqCommand() {}

  @Override
  public Integer call() throws IOException {
    if (Running.platform(spec).isEmpty()) {
      return Kontor.NOT_RUNNING;
    }
    Access access = Access.current();
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    try (LetterBox box = new LetterBox(access.mongoUri(), access.bootstrapServers())) {
      if (action == Action.REPLAY) {
        String content = payload == null ? null : Files.readString(payload);
        box.replay(needed(), Optional.ofNullable(content), headers);
        terminal.line("Sent again: " + id);
        return 0;
      }
      List<Letter> letters = box.waiting();
      if (action == Action.SHOW) {
        terminal.json(find(letters));
      } else if (json) {
        terminal.json(letters);
      } else {
        print(letters, terminal);
      }
      return 0;
    }
  }

  private Letter find(List<Letter> letters) {
    String wanted = needed();
    return letters.stream()
        .filter(letter -> letter.id().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new PlatformException("No dead letter " + wanted + " waits."));
  }

  private String needed() {
    if (id == null) {
      throw new PlatformException("Which one? ./kontor dlq lists their ids.");
    }
    return id;
  }

  private static void print(List<Letter> letters, Terminal terminal) {
    if (letters.isEmpty()) {
      terminal.line("No dead letters: everything was processed.");
      return;
    }
    for (Letter letter : letters) {
      terminal.line(
          String.format(
              Locale.ROOT,
              "%-36s %-10s %-40s %s",
              letter.id(),
              letter.kind().toLowerCase(Locale.ROOT),
              letter.stream().isEmpty() ? "-" : letter.stream(),
              letter.reason()));
    }
  }
}
