package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page at the gateway's root, in a real browser, while the platform sells. */
@Order(2)
class FirstPageTest {

  private static final String PAGE = Platform.GATEWAY + "/";

  private final Platform platform = Platform.get();

  @BeforeEach
  void installed() {
    if (System.getenv("CI") == null) {
      assumeTrue(Browser.installed(), "chromium and chromedriver are not installed");
    }
  }

  @Test
  void theManagerSeesAnOrderComeInAndTheFiguresFollow() {
    try (Browser browser = Browser.open("de-DE", 1280, 900)) {
      browser.go(PAGE);
      browser.sees("Alles läuft");
      browser.until("two lights each", () -> browser.count(".light.good") == 10);
      assertThat(browser.text()).doesNotContain("Was gerade geschieht");
      browser.picture("first-page-visitor");
      signIn(browser);
      browser.sees("Was gerade geschieht");
      browser.sees("Live");
      String before = browser.textOf(".totals dd strong");

      Goods goods = Goods.of(platform, 1, 5);
      browser.sees("Prüfstück " + goods.skus().get(0));
      assertThat(goods.buy(platform.visitor(), 2)).isEqualTo("CONFIRMED");

      browser.sees("24,70 EUR, Webshop");
      browser.until("one order more", () -> !browser.textOf(".totals dd strong").equals(before));
      browser.picture("first-page-manager");
      assertThat(browser.complaints())
          .allMatch(one -> one.contains("/api/session") && one.contains("401")); // who am I? nobody
    }
  }

  @Test
  void aWrongPasswordIsToldAndTheRightOneLetsIn() {
    try (Browser browser = Browser.open("en-GB", 1280, 900)) {
      browser.go(PAGE);
      browser.sees("Sign in");
      browser.type("password", "guess");
      browser.press(Keys.ENTER);
      browser.sees("User or password is wrong.");
      browser.type("password", platform.password());
      browser.press(Keys.ENTER);
      browser.sees("What happens right now");
      browser.click("Sign out");
      browser.seesNoMore("What happens right now");
      browser.sees("Sign in");
    }
  }

  @Test
  void theStreamCanBeHeldFilteredAndReadInTheOtherLanguage() {
    try (Browser browser = Browser.open("de-DE", 1280, 900)) {
      browser.go(PAGE);
      signIn(browser);
      Goods goods = Goods.of(platform, 1, 5);
      browser.sees("Prüfstück " + goods.skus().get(0));
      browser.click("Anhalten");
      browser.sees("Angehalten");
      String held = browser.textOf(".events");
      goods.buy(platform.visitor(), 1);
      browser.until("something waits", () -> browser.text().contains("neue Ereignisse"));
      assertThat(browser.textOf(".events")).isEqualTo(held);
      browser.click("Weiter");
      browser.sees("14,80 EUR, Webshop");

      browser.click("Bestand");
      browser.until("only stock", () -> browser.count(".events li:not([data-family=stock])") == 0);
      browser.click("EN");
      browser.sees("Everything runs");
      assertThat(browser.language()).isEqualTo("en");
      browser.go(PAGE);
      browser.sees("What happens right now");
    }
  }

  @Test
  void itFitsSmallScreensAndNeedsNoMouse() {
    try (Browser browser = Browser.open("de-DE", 360, 740)) {
      browser.go(PAGE);
      browser.sees("Alles läuft");
      assertThat(browser.widerThanScreen()).isFalse();
      browser.press(Keys.TAB);
      assertThat(browser.focused()).isEqualTo("Zum Inhalt springen");
      signIn(browser);
      browser.sees("Live");
      assertThat(browser.widerThanScreen()).isFalse();
      browser.picture("first-page-small");
    }
  }

  @Test
  void theApiDocumentsOfAllServicesAreInOnePlace() {
    try (Browser browser = Browser.open("en-GB", 1280, 900)) {
      browser.go(Platform.GATEWAY + "/docs");
      for (String service : List.of("catalog", "order", "inventory", "connector", "analytics")) {
        browser.until(service, () -> browser.count("option[value*='" + service + "']") > 0);
      }
      browser.until("operations", () -> browser.count(".opblock") > 0);
      browser.picture("api-documents");
    }
  }

  private void signIn(Browser browser) {
    browser.sees("Anmelden");
    browser.type("password", platform.password());
    browser.press(Keys.ENTER);
  }
}
