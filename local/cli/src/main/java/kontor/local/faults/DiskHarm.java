package kontor.local.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import kontor.local.platform.SmallDisk;

/** Fills the small disk of the store or the broker to the last byte, and makes room again. */
final class DiskHarm {

  private static final List<String> ON_SMALL_DISKS = List.of("store", "broker");
  private static final int PIECE = 1 << 20;
  private static final long AGAIN_MS = 50;

  private final Function<String, Path> data;

  /**
   * @param data the folder of a component's data
   */
  DiskHarm(Function<String, Path> data) {
    this.data = data;
  }

  List<String> targets() {
    return ON_SMALL_DISKS.stream().filter(name -> SmallDisk.mounted(data.apply(name))).toList();
  }

  String fill(Fault fault) throws IOException, InterruptedException {
    Path filler = data.apply(fault.target()).resolve("filler");
    long end = System.nanoTime() + fault.length().toNanos();
    try (FileChannel file =
        FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (System.nanoTime() < end) {
        fill(file); // what a component deletes meanwhile is taken as well
        TimeUnit.MILLISECONDS.sleep(AGAIN_MS);
      }
      return file.size() / PIECE + " MB filled for " + fault.length().toMillis() + " ms";
    } finally {
      Files.deleteIfExists(filler);
    }
  }

  /** In ever smaller pieces until not one byte fits. */
  private static void fill(FileChannel file) {
    int size = PIECE;
    while (size > 0) {
      try {
        size = file.write(ByteBuffer.allocate(size)) > 0 ? size : 0;
      } catch (IOException full) {
        size /= 2;
      }
    }
  }
}
