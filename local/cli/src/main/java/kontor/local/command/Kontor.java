package kontor.local.command;

import kontor.local.platform.PlatformException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program behind {@code ./kontor}. */
@Command(
    name = "./kontor",
    description = "Runs the whole trading platform on this machine and looks after it.",
    mixinStandardHelpOptions = true,
    versionProvider = Kontor.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      RestartCommand.class,
      DownCommand.class,
      ResetCommand.class,
      ImportCommand.class,
      StoryCommand.class,
      AuditCommand.class,
      FaultsCommand.class,
      MarketDayCommand.class,
      DlqCommand.class,
      BenchCommand.class,
      SuperviseCommand.class,
      CommandLine.HelpCommand.class
    },
    footerHeading = "%nStart with:%n",
    footer = {
      "  ./kontor up          build what is needed, start everything, show where it is",
      "  ./kontor up -h       what a command can do",
      "",
      "Exit codes: 0 fine, 1 it failed, 2 wrong usage, 3 the platform does not run."
    })
public final class Kontor {

  static final int FAILED = 1;
  static final int NOT_RUNNING = 3;

  private Kontor() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine commands = new CommandLine(new Kontor());
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          if (failure instanceof PlatformException sentence) {
            line.getErr().println(sentence.getMessage());
            return FAILED;
          }
          throw failure;
        });
    return commands;
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Kontor.class.getPackage().getImplementationVersion();
      return new String[] {"Kontor " + (version == null ? "from its classes" : version)};
    }
  }
}
