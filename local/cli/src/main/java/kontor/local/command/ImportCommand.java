package kontor.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kontor.local.importing.FileImport;
import kontor.local.importing.FileImport.Result;
import kontor.local.platform.PlatformException;
import kontor.local.platform.RunningPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings product files into the platform. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings product files into the running platform: products, prices, pictures and stock.",
      "Reads what WooCommerce, Shopware, Medusa, Vendure and Shopify export, and Kontor's own form.",
      "The same file again changes nothing. Refused rows are told with line, column and reason.",
      "",
      "Exit code 0 when all rows were taken, 1 when some were refused.",
      ""
    })
final class ImportCommand implements Callable<Integer> {

  private static final int SHOWN = 50;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Product files.")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "Write the reports as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ImportCommand() {}

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new PlatformException("There is no file " + file + " that can be read.");
      }
    }
    Optional<RunningPlatform> platform = Running.platform(spec);
    if (platform.isEmpty()) {
      return Kontor.NOT_RUNNING;
    }
    FileImport importer = new FileImport(Access.current().manager());
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    List<Object> reports = new ArrayList<>();
    boolean clean = true;
    for (Path file : files) {
      Result result = importer.run(file, state -> progress(file, state, terminal));
      clean &= result.report().path("state").asText().equals("DONE");
      clean &= result.report().path("rows").path("refused").asLong() == 0;
      reports.add(result.report());
      if (!json) {
        print(file, result, terminal);
      }
    }
    if (json) {
      terminal.json(reports);
    }
    return clean ? 0 : Kontor.FAILED;
  }

  private void progress(Path file, JsonNode state, Terminal terminal) {
    if (!json && terminal.live()) {
      terminal.line(file.getFileName() + ": " + state.path("rows").path("read").asLong() + " rows");
      terminal.up(1);
    }
  }

  static void print(Path file, Result result, Terminal terminal) {
    JsonNode report = result.report();
    JsonNode rows = report.path("rows");
    terminal.line(
        "%s (%s): %d rows read, %d new, %d changed, %d unchanged, %d refused; stock of %d SKUs set"
            .formatted(
                file.getFileName(),
                report.path("format").asText("?"),
                rows.path("read").asLong(),
                rows.path("new").asLong(),
                rows.path("changed").asLong(),
                rows.path("unchanged").asLong(),
                rows.path("refused").asLong(),
                result.stockBooked()));
    if (!report.path("state").asText().equals("DONE")) {
      terminal.line("  " + report.path("message").asText());
    }
    int shown = 0;
    for (JsonNode refused : report.path("refusals")) {
      if (shown++ == SHOWN) {
        terminal.line("  … and more; --json shows all.");
        break;
      }
      terminal.line(
          "  line %d, %s: %s"
              .formatted(
                  refused.path("line").asLong(),
                  refused.path("column").asText("-"),
                  refused.path("reason").asText()));
    }
  }
}
