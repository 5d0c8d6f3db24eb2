package kontor.local.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import kontor.local.platform.Instances;
import kontor.local.platform.PlatformFolder;
import kontor.local.platform.SupervisorProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code up} starts in the background; not for people. */
@Command(name = "supervise", hidden = true)
final class SuperviseCommand implements Callable<Integer> {

  @Option(names = "--instances", required = true)
  private String instances = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    SupervisorProcess.run(PlatformFolder.current(), Instances.parse(instances), System.getenv());
    return 0;
  }
}
