package kontor.connector.repricing;

import java.time.ZoneId;
import java.util.Map;
import kontor.contracts.CountryCode;

/** By which clocks a country's buyers live: those of the IANA time zone database. */
public final class Zones {

  private static final ZoneId CENTRAL = ZoneId.of("Europe/Berlin");

  private static final Map<String, ZoneId> OTHERS =
      Map.ofEntries(
          Map.entry("GB", ZoneId.of("Europe/London")),
          Map.entry("IE", ZoneId.of("Europe/Dublin")),
          Map.entry("PT", ZoneId.of("Europe/Lisbon")),
          Map.entry("FI", ZoneId.of("Europe/Helsinki")),
          Map.entry("EE", ZoneId.of("Europe/Tallinn")),
          Map.entry("LV", ZoneId.of("Europe/Riga")),
          Map.entry("LT", ZoneId.of("Europe/Vilnius")),
          Map.entry("GR", ZoneId.of("Europe/Athens")),
          Map.entry("BG", ZoneId.of("Europe/Sofia")),
          Map.entry("RO", ZoneId.of("Europe/Bucharest")),
          Map.entry("CY", ZoneId.of("Asia/Nicosia")));

  private Zones() {}

  /** Central European time where nothing else is known; all of its countries change together. */
  public static ZoneId of(CountryCode country) {
    return OTHERS.getOrDefault(country.value(), CENTRAL);
  }
}
