package kontor.local.faults;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kontor.local.platform.ComponentStatus;
import kontor.local.platform.PlatformException;

/** Which faults are possible here: how each kind strikes, and at what. */
final class Arsenal {

  /** It stands in for marketplaces, which are not ours to break. */
  private static final String SANDBOX = "sandbox";

  private final Map<FaultKind, Harm> harms = new EnumMap<>(FaultKind.class);
  private final Map<FaultKind, List<String>> targets = new EnumMap<>(FaultKind.class);
  private final Map<FaultKind, String> missing = new TreeMap<>();

  private Arsenal() {}

  static Arsenal of(Site site, Set<FaultKind> wanted) {
    Arsenal arsenal = new Arsenal();
    List<String> processes =
        site.platform().status().components().stream()
            .map(ComponentStatus::name)
            .filter(name -> !name.equals(SANDBOX))
            .toList();
    ProcessHarm signals = new ProcessHarm(site.platform());
    arsenal.add(FaultKind.KILL, signals::kill, processes, "");
    arsenal.add(FaultKind.STOP, signals::stop, processes, "");
    arsenal.add(FaultKind.RESTART, signals::end, processes, "");
    DeliveryHarm deliveries = new DeliveryHarm(site.bootstrapServers());
    arsenal.add(FaultKind.DUPLICATE, deliveries::duplicate, DeliveryHarm.topics(), "");
    arsenal.add(FaultKind.SHUFFLE, deliveries::shuffle, DeliveryHarm.topics(), "");
    arsenal.add(FaultKind.REPLAY, deliveries::replay, DeliveryHarm.topics(), "");
    arsenal.addLinks(site);
    DiskHarm disks = new DiskHarm(site.data());
    String need = "it needs a fresh platform of ./kontor up --breakable and the right to mount";
    arsenal.add(FaultKind.DISK_FULL, disks::fill, disks.targets(), need);
    arsenal.keep(wanted);
    return arsenal;
  }

  private void addLinks(Site site) {
    List<String> links = site.platform().links();
    LinkHarm harm = new LinkHarm(site.platform());
    String need = "it needs ./kontor up --breakable";
    add(FaultKind.CUT, harm::cut, links, need);
    add(FaultKind.ONE_WAY, harm::answersLost, links, need);
    add(FaultKind.DELAY, harm::slow, links, need);
    add(FaultKind.RESET, harm::reset, links, need);
    add(FaultKind.REFUSE, harm::refuse, links, need);
  }

  private void add(FaultKind kind, Harm harm, List<String> names, String need) {
    if (names.isEmpty()) {
      missing.put(kind, need);
    } else {
      harms.put(kind, harm);
      targets.put(kind, names);
    }
  }

  private void keep(Set<FaultKind> wanted) {
    harms.keySet().retainAll(wanted);
    targets.keySet().retainAll(wanted);
    missing.keySet().retainAll(wanted);
  }

  /** A {@link PlatformException} says what is not possible. */
  void requireAll() {
    missing.forEach(
        (kind, need) -> {
          throw new PlatformException(kind.word() + " is not possible here: " + need + ".");
        });
  }

  Map<FaultKind, Harm> harms() {
    return harms;
  }

  Map<FaultKind, List<String>> targets() {
    return targets;
  }

  /** Kinds that were wanted and are not possible, each with what it needs. */
  Map<FaultKind, String> missing() {
    return missing;
  }
}
