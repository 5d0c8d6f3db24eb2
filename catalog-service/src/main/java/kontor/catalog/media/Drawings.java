package kontor.catalog.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The drawings that come with Kontor. A motif is an SVG file with three stand-ins for its main,
 * dark and light colour; a name such as {@code teapot-gruen} asks for a motif in a colour of the
 * palette.
 */
public final class Drawings {

  private static final Pattern NAME = Pattern.compile("([a-z]{1,30})-([a-z]{1,30})");
  private static final List<String> STAND_INS = List.of("#010101", "#020202", "#030303");
  private static final String FOLDER = "/media/";

  private final Map<String, List<String>> palette;
  private final Map<String, Optional<String>> drawn = new ConcurrentHashMap<>();

  public Drawings() {
    palette = palette();
  }

  /** The drawing as SVG; empty when there is no such motif or colour. */
  public Optional<String> find(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches() || !palette.containsKey(parts.group(2))) {
      return Optional.empty();
    }
    return drawn.computeIfAbsent(
        name, key -> motif(parts.group(1)).map(svg -> coloured(svg, parts.group(2))));
  }

  private String coloured(String svg, String colour) {
    String drawing = svg;
    List<String> shades = palette.getOrDefault(colour, STAND_INS);
    for (int i = 0; i < STAND_INS.size(); i++) {
      drawing = drawing.replace(STAND_INS.get(i), shades.get(i));
    }
    return drawing;
  }

  private static Optional<String> motif(String motif) {
    try (InputStream in = Drawings.class.getResourceAsStream(FOLDER + motif + ".svg")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> palette() {
    Properties colours = new Properties();
    try (InputStream in = Drawings.class.getResourceAsStream(FOLDER + "palette.properties")) {
      if (in == null) {
        throw new IllegalStateException("the palette is missing");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      colours.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, List<String>> palette = new HashMap<>();
    for (String colour : colours.stringPropertyNames()) {
      palette.put(colour, List.of(colours.getProperty(colour).split(" ")));
    }
    return palette;
  }
}
