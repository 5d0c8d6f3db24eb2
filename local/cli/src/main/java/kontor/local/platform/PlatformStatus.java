package kontor.local.platform;

import java.util.List;

/**
 * How the platform is.
 *
 * @param pid the supervisor's
 * @param since when it was started, in ISO 8601
 * @param problem what keeps it from going on, empty for nothing
 */
public record PlatformStatus(
    long pid, String since, String problem, boolean ready, List<ComponentStatus> components) {

  public PlatformStatus {
    components = List.copyOf(components);
  }
}
