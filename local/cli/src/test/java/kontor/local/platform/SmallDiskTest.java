package kontor.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small disk is full soon, and never hides data that are there. */
class SmallDiskTest {

  @TempDir Path folder;

  @AfterEach
  void unmount() {
    SmallDisk.unmount(folder);
  }

  @Test
  void itHoldsNoMoreThanItsSize() {
    assumeTrue(SmallDisk.mount(folder, 1), "this user may not mount");
    assertThat(SmallDisk.mounted(folder)).isTrue();
    byte[] tooMuch = new byte[2 << 20];
    assertThatThrownBy(() -> Files.write(folder.resolve("file"), tooMuch))
        .isInstanceOf(IOException.class);
  }

  @Test
  void dataThatAreThereStayInSight() throws IOException {
    Path data = Files.createFile(folder.resolve("journal"));
    assertThat(SmallDisk.mount(folder, 1)).isFalse();
    assertThat(data).exists();
  }
}
