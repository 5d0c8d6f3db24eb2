package kontor.order.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a mail that was not sent waits. */
class MailRulesTest {

  private final MailRules rules =
      new MailRules(
          Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofDays(4), Duration.ofDays(14));

  @Test
  void pausesGrowUpToSixHours() {
    assertThat(rules.pause(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(rules.pause(2)).isEqualTo(Duration.ofMinutes(2));
    assertThat(rules.pause(9)).isEqualTo(Duration.ofMinutes(256));
    assertThat(rules.pause(10)).isEqualTo(Duration.ofHours(6));
    assertThat(rules.pause(1_000)).isEqualTo(Duration.ofHours(6));
  }
}
