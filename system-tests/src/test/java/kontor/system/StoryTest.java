package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The main story, with two instances of each service. */
@Order(1)
class StoryTest {

  private final Platform platform = Platform.get();

  @Test
  void theMainStoryIsPlayedTwiceAndTheBooksAgree() {
    Platform.Ended story = platform.kontor("story", "--times", "2");
    System.out.println(story.output());

    assertThat(story.exitCode()).as(story.output()).isZero();
    assertThat(story.output()).contains("PASS").doesNotContain("FAIL");
    platform.audit();
  }
}
