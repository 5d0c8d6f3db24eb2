package kontor.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Java noted holds for the jars that it was noted of, and no others. */
class StartCacheTest {

  @TempDir Path folder;

  private Path jar;

  @BeforeEach
  void built() throws IOException {
    jar = Files.writeString(folder.resolve("service.jar"), "one");
  }

  @Test
  void whatWasNotedIsUsedOnceItIsWritten() throws IOException {
    assertThat(cache().use()).isEmpty();
    assertThat(cache().learn()).contains("-XX:AOTCacheOutput=" + file());
    assertThat(cache().use()).as("nothing was written").isEmpty();

    Files.writeString(file(), "noted");
    assertThat(cache().use()).contains("-XX:AOTCache=" + file());
  }

  @Test
  void itIsNotUsedForAnotherJarOfTheSameSizeAndTime() throws IOException {
    cache().learn();
    Files.writeString(file(), "noted");
    FileTime time = Files.getLastModifiedTime(jar);
    Files.writeString(jar, "two");
    Files.setLastModifiedTime(jar, time);

    assertThat(cache().use()).isEmpty();
  }

  @Test
  void whatWasNotedBeforeIsForgottenWhenItIsNotedAnew() throws IOException {
    cache().learn();
    Files.writeString(file(), "noted");
    cache().learn();

    assertThat(cache().use()).isEmpty();
  }

  private StartCache cache() {
    return new StartCache(folder.resolve("start"), "service", List.of(jar));
  }

  private Path file() {
    return folder.resolve("start").resolve("service.aot");
  }
}
