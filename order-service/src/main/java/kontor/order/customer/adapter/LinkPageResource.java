package kontor.order.customer.adapter;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import kontor.order.customer.AccountRefusedException;
import kontor.order.customer.Accounts;
import kontor.order.customer.Consent.Purpose;
import kontor.order.customer.PasswordChanges;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pages that links in mails open. Opening one changes nothing, since mail scanners do that too:
 * what counts is its button.
 */
@RestController
@RequestMapping(path = "/api/shop/links/{use}", produces = MediaType.TEXT_HTML_VALUE)
class LinkPageResource {

  private static final String PASSWORD = "new-password";
  private static final Map<String, Purpose> CONSENTS =
      Map.of(
          "confirm-newsletter",
          Purpose.NEWSLETTER,
          "confirm-review-requests",
          Purpose.REVIEW_REQUESTS);

  private final Accounts accounts;
  private final PasswordChanges passwords;
  private final Template page;

  LinkPageResource(Accounts accounts, PasswordChanges passwords) throws IOException {
    this.accounts = accounts;
    this.passwords = passwords;
    try (InputStream in =
        LinkPageResource.class.getResourceAsStream("/kontor/order/customer/link-page.mustache")) {
      if (in == null) {
        throw new IllegalStateException("the page of links is missing");
      }
      String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      page = Mustache.compiler().defaultValue("").compile(source);
    }
  }

  /** The page with its button, in the browser's language. */
  @GetMapping
  ResponseEntity<String> open(
      @PathVariable String use,
      @RequestParam String token,
      @RequestHeader(name = "Accept-Language", required = false) @Nullable String languages) {
    ResourceBundle words = words(languages);
    return html(words, known(use), null, token).build(page);
  }

  /** The button was pressed. */
  @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> use(
      @PathVariable String use,
      @RequestParam String token,
      @RequestParam(required = false) @Nullable String newPassword,
      @RequestHeader(name = "Accept-Language", required = false) @Nullable String languages) {
    ResourceBundle words = words(languages);
    try {
      Purpose purpose = CONSENTS.get(known(use));
      if (purpose != null) {
        accounts.confirmConsent(token, purpose);
        return html(words, use, words.getString("done"), null).build(page);
      }
      String ended = SessionHeader.from(passwords.resetPassword(token, newPassword));
      Answer done = html(words, use, words.getString("done." + PASSWORD), null);
      return done.build(page, ended);
    } catch (AccountRefusedException e) {
      boolean again = e.field().equals("newPassword");
      String why = words.getString(again ? "refused.newPassword" : "refused.token");
      return html(words, use, why, again ? token : null).build(page);
    }
  }

  private static String known(String use) {
    if (!use.equals(PASSWORD) && !CONSENTS.containsKey(use)) {
      throw BadRequestException.notFound("there is no such page");
    }
    return use;
  }

  /** German, unless the browser asks for another language first. */
  private static ResourceBundle words(@Nullable String languages) {
    boolean german = languages == null || languages.strip().startsWith("de");
    return ResourceBundle.getBundle(
        "kontor.order.customer.links", german ? Locale.GERMAN : Locale.ENGLISH);
  }

  private record Answer(Map<String, Object> values) {

    ResponseEntity<String> build(Template page, String... session) {
      return ResponseEntity.ok()
          .headers(
              headers -> {
                headers.set("Cache-Control", "no-store");
                headers.set("Referrer-Policy", "no-referrer");
                headers.set(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
                List.of(session).forEach(s -> headers.set(SessionHeader.NAME, s));
              })
          .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
          .body(page.execute(values));
    }
  }

  private static Answer html(
      ResourceBundle words, String use, @Nullable String message, @Nullable String token) {
    boolean password = use.equals(PASSWORD);
    Map<String, Object> values = new HashMap<>();
    values.put("lang", words.getLocale().getLanguage());
    values.put("title", words.getString(use));
    values.put("form", token != null);
    values.put("password", password);
    values.put("passwordLabel", words.getString("password"));
    values.put("button", words.getString(password ? "button." + PASSWORD : "button"));
    if (message != null) {
      values.put("message", message);
    }
    if (token != null) {
      values.put("token", token);
    }
    return new Answer(values);
  }
}
