package kontor.connector.ebay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import kontor.connector.channel.ChannelException;
import kontor.platform.spring.BadRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where eBay sends notifications. Anybody can call it; what counts is the signature over the bytes
 * received.
 */
@RestController
@RequestMapping("/api/shop/marketplaces/ebay/notifications")
class EbayNoticeResource {

  private static final Logger LOG = LoggerFactory.getLogger(EbayNoticeResource.class);

  private final EbayNotices notices;
  private final EbayNoticeKeys keys;
  private final EbayNoticeSettings settings;
  private final JsonMapper json;

  EbayNoticeResource(
      EbayNotices notices,
      EbaySettings ebay,
      EbayNoticeSettings settings,
      JsonMapper json,
      Clock clock) {
    this.notices = notices;
    this.settings = settings;
    this.json = json;
    keys = new EbayNoticeKeys(ebay, notices::application, json, clock);
  }

  /**
   * @param challengeResponse SHA-256 of challenge, agreed token and our address, in hex
   */
  record Proof(String challengeResponse) {}

  /** Proves to eBay that the endpoint is ours; 404 where no token is agreed. */
  @GetMapping
  Proof prove(@RequestParam("challenge_code") String challenge) {
    if (settings.verificationToken().isBlank()) {
      throw BadRequestException.notFound("no verification token is agreed with eBay");
    }
    String text = challenge + settings.verificationToken() + settings.endpoint();
    return new Proof(sha256(text));
  }

  /**
   * 204 when it was taken; 412 when the signature does not fit, as eBay wants it; 500 when that
   * cannot be found out now, so that eBay sends it again.
   */
  @PostMapping
  ResponseEntity<Void> take(
      @RequestBody byte[] body,
      @RequestHeader(name = "X-EBAY-SIGNATURE", defaultValue = "") String header) {
    Optional<EbayNoticeSignature> signature = EbayNoticeSignature.read(header, json);
    try {
      boolean genuine =
          signature
              .flatMap(one -> keys.find(one.kid()).filter(key -> one.fits(body, key)))
              .isPresent();
      if (!genuine) {
        return ResponseEntity.status(412).build();
      }
    } catch (ChannelException e) {
      LOG.warn("an eBay notification cannot be checked now: {}", e.getMessage());
      return ResponseEntity.internalServerError().build();
    }
    notices.take(body);
    return ResponseEntity.noContent().build();
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
