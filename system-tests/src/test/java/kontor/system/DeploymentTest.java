package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What of the production set-up can be checked without an engine: references, variables, rules. */
@Order(0)
class DeploymentTest {

  private static final Path HOME = Path.of(System.getProperty("kontor.home", ".."));
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:?)");
  private static final Set<String> OF_THE_IMAGE = Set.of("HEALTH_PORT", "HEALTH_PATH");

  private final Map<String, Object> compose = compose();

  @Test
  void everyReferenceOfTheComposeFileExists() throws IOException {
    for (Map.Entry<String, Object> service : map(compose, "services").entrySet()) {
      Map<String, Object> settings = cast(service.getValue());
      map(settings, "depends_on")
          .keySet()
          .forEach(other -> assertThat(map(compose, "services")).containsKey(other));
      for (Object volume : list(settings, "volumes")) {
        String source = volume.toString().replaceFirst(":.*", "");
        if (source.startsWith("./")) {
          assertThat(HOME.resolve(source)).exists();
        } else {
          assertThat(map(compose, "volumes")).containsKey(source);
        }
      }
      if (settings.containsKey("build")) {
        Map<String, Object> build = map(settings, "build");
        assertThat(HOME.resolve(String.valueOf(build.get("dockerfile")))).exists();
        assertThat(HOME.resolve(module(settings)).resolve("pom.xml")).exists();
      }
    }
  }

  @Test
  void onlyTheGatewayIsPublishedAndGrafanaOnLoopback() {
    List<String> published = new ArrayList<>();
    map(compose, "services")
        .forEach(
            (name, settings) ->
                list(cast(settings), "ports").forEach(port -> published.add(name + " " + port)));

    assertThat(published).hasSize(2);
    assertThat(published).anyMatch(port -> port.startsWith("gateway "));
    assertThat(published).anyMatch(port -> port.startsWith("grafana 127.0.0.1:"));
  }

  @Test
  void everyVariableThatIsSetIsReadAndWhatHasNoDefaultIsSet() throws IOException {
    for (Map.Entry<String, Object> service : map(compose, "services").entrySet()) {
      Map<String, Object> settings = cast(service.getValue());
      if (settings.containsKey("build")) {
        Set<String> set = new TreeSet<>(map(settings, "environment").keySet());
        set.removeAll(OF_THE_IMAGE);
        Set<String> read = read(module(settings), false);
        assertThat(read).as(service.getKey() + " reads").containsAll(set);
        assertThat(set).as(service.getKey() + " sets").containsAll(read(module(settings), true));
      }
    }
  }

  @Test
  void everyVariableIsDocumented() throws IOException {
    String page = Files.readString(HOME.resolve("docs/configuration.md"));
    for (Object settings : map(compose, "services").values()) {
      Map<String, Object> service = cast(settings);
      if (service.containsKey("build")) {
        for (String variable : read(module(service), false)) {
          assertThat(page).contains("`" + variable + "`");
        }
      }
    }
  }

  /** It is asked for, or what needs it is off without it. */
  @Test
  void noSecretHasADefault() throws IOException {
    String file = Files.readString(HOME.resolve("docker-compose.yml"));
    Matcher variables =
        Pattern.compile("\\$\\{([A-Z_]*(PASSWORD|KEY|SECRET|TOKEN)[A-Z_]*)([^}]*)}").matcher(file);
    while (variables.find()) {
      String name = variables.group(1);
      if (!name.endsWith("_URL")) { // where tokens are to be had is no secret
        assertThat(variables.group(3)).as(name).matches(":\\?.+|:-");
      }
    }
  }

  @Test
  void prometheusTakesItsConfigurationAndItsRulesFireAsTheyShould() throws Exception {
    assumeTrue(Programs.found("promtool"), "promtool is not installed");
    Path folder = HOME.resolve("ops/prometheus");

    assertThat(Programs.run(folder, "promtool", "check", "config", "prometheus.yml")).isZero();
    assertThat(Programs.run(folder, "promtool", "test", "rules", "rules_test.yml")).isZero();
  }

  /** The variables in a module's configuration; only those without a default if so wished. */
  private static Set<String> read(String module, boolean withoutDefault) throws IOException {
    Set<String> found = new TreeSet<>();
    Path resources = HOME.resolve(module).resolve("src/main/resources");
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(resources)) {
      all.filter(p -> p.getFileName().toString().startsWith("application")).forEach(files::add);
    }
    for (Path file : List.copyOf(files)) {
      if (Files.readString(file).contains("kontor-platform.yml")) {
        files.add(HOME.resolve("spring-platform/src/main/resources/kontor-platform.yml"));
      }
    }
    for (Path file : files) {
      Matcher variables = VARIABLE.matcher(Files.readString(file));
      while (variables.find()) {
        if (!withoutDefault || variables.group(2).isEmpty()) {
          found.add(variables.group(1));
        }
      }
    }
    return found;
  }

  private static String module(Map<String, Object> service) {
    return String.valueOf(map(map(service, "build"), "args").get("MODULE"));
  }

  private static Map<String, Object> compose() {
    try {
      return cast(new Yaml().load(Files.readString(HOME.resolve("docker-compose.yml"))));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, Object> map(Map<String, Object> of, String key) {
    return of.get(key) instanceof Map<?, ?> found ? cast(found) : Map.of();
  }

  private static List<?> list(Map<String, Object> of, String key) {
    return of.get(key) instanceof List<?> found ? found : List.of();
  }

  @SuppressWarnings("unchecked") // YAML's maps have text for keys
  private static Map<String, Object> cast(Object map) {
    return (Map<String, Object>) map;
  }
}
