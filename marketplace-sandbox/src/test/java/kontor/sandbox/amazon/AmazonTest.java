package kontor.sandbox.amazon;

import java.net.URI;
import kontor.sandbox.Sandbox;
import kontor.sandbox.SandboxSettings;
import kontor.sandbox.amazon.seller.AmazonSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One sandbox for all tests of a class, emptied before each, with a seller who has signed in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AmazonTest {

  private final Sandbox sandbox;
  final AmazonCaller amazon;

  AmazonTest() {
    this(SharedDocuments.settings());
  }

  AmazonTest(AmazonSettings settings) {
    sandbox = Sandbox.start(SandboxSettings.inMemory(0).with(settings));
    amazon = new AmazonCaller(sandbox.baseUri());
  }

  final URI baseUri() {
    return sandbox.baseUri();
  }

  @BeforeEach
  void begin() {
    amazon.use("");
    amazon.post("/control/reset", "{}");
    amazon.signIn();
  }

  @AfterAll
  void close() {
    sandbox.close();
  }
}
