package kontor.sandbox.etsy;

import kontor.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One sandbox for all tests of a class, emptied before each, with a seller who has signed in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EtsyTest {

  final Sandbox sandbox = Sandbox.start(0);
  EtsyCaller etsy = new EtsyCaller(sandbox.baseUri());

  @BeforeEach
  void begin() {
    etsy.control("/reset", "{}");
    etsy.control("/etsy/limits", "{'perSecond':1000}");
    etsy = new EtsyCaller(sandbox.baseUri()).signIn();
  }

  @AfterAll
  void close() {
    sandbox.close();
  }
}
