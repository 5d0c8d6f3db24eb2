package kontor.inventory.location.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import kontor.contracts.CountryCode;
import kontor.contracts.LocationId;
import kontor.contracts.stock.LocationKind;
import kontor.inventory.location.Location;
import kontor.inventory.location.LocationRefusedException;
import kontor.inventory.location.LocationRefusedException.Reason;
import kontor.inventory.location.Locations;
import kontor.inventory.location.Network.Described;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The places for the manager. */
@RestController
@RequestMapping("/api/admin/locations")
class LocationResource {

  private final Locations locations;

  LocationResource(Locations locations) {
    this.locations = locations;
  }

  record Description(String name, CountryCode country, LocationKind kind, int priority) {}

  /**
   * @param etag to be sent as {@code If-Match} with a change
   */
  record Listed(Location location, String etag) {}

  @GetMapping
  List<Listed> list() {
    return locations.all().inOrder().stream()
        .map(place -> new Listed(place.location(), tag(place)))
        .toList();
  }

  /** Describes a place anew or for the first time; its kind stays what it was at first. */
  @PutMapping("/{id}")
  ResponseEntity<Location> put(
      @PathVariable LocationId id,
      @RequestBody Description wanted,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      HttpServletRequest request) {
    required("name", wanted.name);
    required("country", wanted.country);
    required("kind", wanted.kind);
    Location location = location(id, wanted);
    try {
      Described now = locations.put(location, seen(match), RequestOrigin.of(request));
      return ResponseEntity.ok().eTag(tag(now)).body(now.location());
    } catch (LocationRefusedException e) {
      throw refusal(e.reason());
    }
  }

  private static Location location(LocationId id, Description wanted) {
    if (wanted.name.isBlank() || wanted.name.length() > 80) {
      throw BadRequestException.field("name", "must be 1 to 80 characters");
    }
    if (wanted.priority < 0 || wanted.priority > 999) {
      throw BadRequestException.field("priority", "must be from 0 to 999");
    }
    return new Location(id, wanted.name, wanted.country, wanted.kind, wanted.priority);
  }

  private static Optional<Integer> seen(@Nullable String match) {
    if (match == null) {
      return Optional.empty();
    }
    String digits = match.strip().replaceFirst("^W/", "").replace("\"", "");
    if (!digits.matches("\\d{1,9}")) {
      throw BadRequestException.field("If-Match", "not an ETag of this service: " + match);
    }
    return Optional.of(Integer.parseInt(digits));
  }

  private static BadRequestException refusal(Reason reason) {
    return switch (reason) {
      case UNSEEN ->
          BadRequestException.versionMissing("send the ETag that you read in the header If-Match");
      case OUTDATED -> BadRequestException.outdated("somebody described it meanwhile: look again");
      case KIND_IS_FIXED ->
          BadRequestException.unprocessable("kind", "cannot change: stock there counts by it");
      case TOO_MANY -> BadRequestException.unprocessable("id", "there are too many locations");
    };
  }

  private static String tag(Described place) {
    return "\"" + place.revision() + "\"";
  }

  private static void required(String field, @Nullable Object value) {
    if (value == null) {
      throw BadRequestException.field(field, "is missing");
    }
  }
}
