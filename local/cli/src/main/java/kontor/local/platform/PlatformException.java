package kontor.local.platform;

/** Why the platform cannot do what was asked, in one sentence for the person who asked. */
public final class PlatformException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PlatformException(String sentence) {
    super(sentence);
  }

  public PlatformException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
