package kontor.local.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kontor.local.edge.Edge;
import kontor.local.importing.FileImport;
import kontor.local.platform.PlatformException;
import org.jspecify.annotations.Nullable;

/** Offers the demo assortment to whoever starts with an empty shop. */
final class DemoOffer {

  private final Path file;
  private final Edge manager;
  private final Terminal terminal;

  /**
   * @param home the project's folder
   */
  DemoOffer(Path home, Edge manager, Terminal terminal) {
    file = home.resolve("demo").resolve("assortment.csv");
    this.manager = manager;
    this.terminal = terminal;
  }

  /**
   * Asks a person; tells a log how to get it; says nothing where there are products. What goes
   * wrong with it is told and ends nothing: the platform runs.
   */
  void make(boolean asked) {
    try {
      offer(asked);
    } catch (PlatformException failed) {
      terminal.line("The demo assortment was not loaded: " + failed.getMessage());
    }
  }

  private void offer(boolean asked) {
    if (!Files.isReadable(file) || !empty()) {
      return;
    }
    terminal.line("");
    if (!asked || !Boolean.getBoolean("kontor.asks")) {
      terminal.line(
          "The shop is empty. ./kontor import demo/assortment.csv loads a demo assortment.");
      return;
    }
    terminal.line("The shop is empty. Load the demo assortment (about 60 products)? [Y/n]");
    String answer = line();
    if (answer != null && !answer.strip().toLowerCase(Locale.ROOT).startsWith("n")) {
      ImportCommand.print(file, new FileImport(manager).run(file, state -> {}), terminal);
    }
  }

  /** What was typed; null when there is nobody any more. */
  private static @Nullable String line() {
    try {
      return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))
          .readLine();
    } catch (IOException gone) {
      return null;
    }
  }

  private boolean empty() {
    var page = manager.get("/api/shop/products?limit=1").body();
    return page.has("items") && page.path("items").isEmpty();
  }
}
