package kontor.sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh sandbox for each test, with a seller who has signed in and has a warehouse. */
abstract class SandboxTest {

  private Sandbox sandbox = Sandbox.start(0);
  Caller ebay = new Caller(sandbox.baseUri());

  @BeforeEach
  void signIn() {
    ebay.signIn().locate();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }
}
