package kontor.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How a component was built, and with that how Java runs it. */
enum Artifact {
  /** A class of this program itself. */
  OWN {
    @Override
    Path file(Path module) {
      return module;
    }

    @Override
    List<String> arguments(Path module, Path applications) {
      return List.of("-cp", System.getProperty("java.class.path"));
    }

    @Override
    List<Path> jars(Path module) {
      return List.of();
    }
  },
  /** A Quarkus application in its fast-jar layout. */
  QUARKUS {
    @Override
    Path file(Path module) {
      return module.resolve("target/quarkus-app/quarkus-run.jar");
    }

    @Override
    List<Path> jars(Path module) {
      return jarsBelow(module.resolve("target/quarkus-app"));
    }

    @Override
    List<String> arguments(Path module, Path applications) {
      return List.of("-jar", file(module).toString());
    }
  },
  /** A Spring Boot jar, taken apart: nested jars are slow to read. */
  SPRING_BOOT {
    @Override
    Path file(Path module) {
      return newestJar(module);
    }

    @Override
    List<String> arguments(Path module, Path applications) {
      Path folder = applications.resolve(String.valueOf(module.getFileName()));
      return List.of("-jar", ExtractedJar.of(file(module), folder).toString());
    }

    @Override
    List<Path> jars(Path module) {
      return List.of(file(module));
    }
  },
  /** A jar with its dependencies in lib beside it. */
  JAR {
    @Override
    Path file(Path module) {
      return module.resolve("target").resolve(module.getFileName() + ".jar");
    }

    @Override
    List<Path> jars(Path module) {
      List<Path> jars = new ArrayList<>(jarsBelow(module.resolve("target/lib")));
      jars.add(file(module));
      return jars;
    }

    @Override
    List<String> arguments(Path module, Path applications) {
      return List.of("-jar", file(module).toString());
    }
  };

  /** The file that the build makes; it need not exist. */
  abstract Path file(Path module);

  /** All that it is loaded from, in a fixed order; none where that is more than jars. */
  abstract List<Path> jars(Path module);

  /** Java's arguments up to the program's own. */
  abstract List<String> arguments(Path module, Path applications);

  private static Path newestJar(Path module) {
    Path target = module.resolve("target");
    try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
      return files
          .filter(
              file -> file.getFileName().toString().matches(module.getFileName() + "[-0-9.]*jar"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .orElse(target.resolve(module.getFileName() + ".jar"));
    } catch (IOException failed) {
      throw new PlatformException("Cannot read " + target + ": " + failed.getMessage(), failed);
    }
  }

  private static List<Path> jarsBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException failed) {
      throw new PlatformException("Cannot read " + folder + ": " + failed.getMessage(), failed);
    }
  }
}
