package kontor.sandbox.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kontor.sandbox.amazon.model.ModelCheck;
import kontor.sandbox.amazon.seller.AmazonSettings;
import kontor.sandbox.document.Json;
import kontor.sandbox.document.Schemas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Amazon's own documents, which lie beside the repository; without them less is compared. */
final class SharedDocuments {

  static final Path FOLDER = Path.of("../../shared/specs/amazon");
  static final @Nullable ModelCheck MODEL =
      Files.isDirectory(models()) ? ModelCheck.load(models()) : null;

  private SharedDocuments() {}

  static Path models() {
    return FOLDER.resolve("models");
  }

  static AmazonSettings settings() {
    return MODEL == null ? AmazonSettings.LOCAL : AmazonSettings.LOCAL.withModels(models());
  }

  /** Skips a test that is about nothing else. */
  static void require() {
    Assumptions.assumeTrue(
        MODEL != null, "Amazon's documents are not in " + FOLDER.toAbsolutePath().normalize());
  }

  static JsonNode read(String file) throws IOException {
    return Json.parse(Files.readString(FOLDER.resolve(file)));
  }

  /** What a JSON Schema of Amazon's finds wrong. */
  static List<String> validate(String file, JsonNode document) throws IOException {
    return Schemas.compile(read(file), JsonMetaSchema.getV7()).validate(document).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
