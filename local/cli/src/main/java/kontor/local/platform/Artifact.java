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
  },
  /** A Quarkus application in its fast-jar layout. */
  QUARKUS {
    @Override
    Path file(Path module) {
      return module.resolve("target/quarkus-app/quarkus-run.jar");
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
      Path jar = file(module);
      Path folder = applications.resolve(String.valueOf(module.getFileName()));
      Path extracted = folder.resolve(String.valueOf(jar.getFileName()));
      if (older(extracted, jar)) {
        extract(jar, folder);
      }
      return List.of("-jar", extracted.toString());
    }
  },
  /** A jar with its dependencies in lib beside it. */
  JAR {
    @Override
    Path file(Path module) {
      return module.resolve("target").resolve(module.getFileName() + ".jar");
    }

    @Override
    List<String> arguments(Path module, Path applications) {
      return List.of("-jar", file(module).toString());
    }
  };

  /** The file that the build makes; it need not exist. */
  abstract Path file(Path module);

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

  private static boolean older(Path copy, Path original) {
    return copy.toFile().lastModified() < original.toFile().lastModified();
  }

  private static void extract(Path jar, Path folder) {
    List<String> command = new ArrayList<>(List.of(JavaCommand.executable(), "-Djarmode=tools"));
    command.addAll(List.of("-jar", jar.toString(), "extract", "--force"));
    command.addAll(List.of("--destination", folder.toString()));
    try {
      Files.createDirectories(folder);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new PlatformException("Cannot take " + jar + " apart: " + output.strip());
      }
      touch(folder.resolve(String.valueOf(jar.getFileName())));
    } catch (IOException failed) {
      throw new PlatformException("Cannot take " + jar + " apart: " + failed.getMessage(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Stopped while taking " + jar + " apart.", stopped);
    }
  }

  /** The extracted jar carries the time of the build's making, which may be long ago. */
  private static void touch(Path file) throws IOException {
    Files.setLastModifiedTime(
        file, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis()));
  }
}
