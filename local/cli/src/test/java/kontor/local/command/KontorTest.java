package kontor.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands as a person meets them, while nothing runs. */
class KontorTest {

  @TempDir Path project;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final InputStream in = System.in;

  @BeforeEach
  void home() {
    System.setProperty("kontor.home", project.toString());
  }

  @AfterEach
  void restore() {
    System.clearProperty("kontor.home");
    System.setIn(in);
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "status", "logs", "restart", "down", "reset", "faults"})
  void everyCommandExplainsItself(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: ./kontor " + command).contains("--json");
  }

  @Test
  void helpNamesEveryCommandAPersonMayUse() {
    assertThat(run("help")).isZero();
    assertThat(out.toString()).contains("up ", "status", "reset").doesNotContain("supervise");
  }

  @Test
  void whatNeedsARunningPlatformSaysThatThereIsNone() {
    assertThat(run("status")).isEqualTo(3);
    assertThat(run("restart", "order")).isEqualTo(3);
    assertThat(run("faults")).isEqualTo(3);
    assertThat(err.toString()).contains("Kontor does not run: ./kontor up starts it.");
    assertThat(run("down", "--json")).isZero();
    assertThat(out.toString()).contains("\"stopped\" : false");
  }

  @Test
  void wrongUsageIsTold() {
    assertThat(run("start")).isEqualTo(2);
    assertThat(run("up", "--instances", "9")).isEqualTo(2);
    assertThat(err.toString()).contains("--instances: must be 1 to 5, not '9'");
    assertThat(run("faults", "--faults", "kill,earthquake")).isEqualTo(2);
    assertThat(err.toString()).contains("--faults must be some of kill, stop,", "earthquake");
    assertThat(run("faults", "--duration", "soon")).isEqualTo(2);
    assertThat(err.toString()).contains("--duration must be like 90s, 5m or 1h, not soon");
  }

  @Test
  void resetAsksAndTakesOnlyTheWholeWord() throws IOException {
    Path data = project.resolve(".kontor/data/store");
    Files.createDirectories(data);
    answer("yes\n");
    assertThat(run("reset")).isEqualTo(1);
    assertThat(data).exists();
    answer("reset\n");
    assertThat(run("reset")).isZero();
    assertThat(data).doesNotExist();
  }

  @Test
  void logsShowTheLastLinesOfOneOrAll() throws IOException {
    assertThat(run("logs")).isEqualTo(1);
    Path logs = Files.createDirectories(project.resolve(".kontor/logs"));
    Files.writeString(logs.resolve("order.log"), "eins\nzwei\ndrei größer\n");
    Files.writeString(logs.resolve("store.log"), "bereit\n");
    assertThat(run("logs", "order", "-n", "2")).isZero();
    assertThat(out.toString()).isEqualToNormalizingNewlines("zwei\ndrei größer\n");
    assertThat(run("logs", "-n", "1")).isZero();
    assertThat(out.toString()).contains("order | drei größer").contains("store | bereit");
    assertThat(run("logs", "nothing")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no log of 'nothing'.");
  }

  @Test
  void followingALogGivesWholeLinesOnly() throws IOException {
    Path log = project.resolve("x.log");
    Files.writeString(log, "alt\n");
    LogTail tail = new LogTail(log);
    assertThat(tail.added()).isEmpty();
    Files.writeString(log, "neu\nhal", StandardOpenOption.APPEND);
    assertThat(tail.added()).containsExactly("neu");
    Files.writeString(log, "b ü\n", StandardOpenOption.APPEND);
    assertThat(tail.added()).containsExactly("halb ü");
    Files.writeString(log, "von vorn\n");
    assertThat(tail.added()).isEqualTo(List.of("von vorn"));
  }

  private void answer(String text) {
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private int run(String... arguments) {
    CommandLine commands = Kontor.commandLine();
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(err, true));
    return commands.execute(arguments);
  }
}
