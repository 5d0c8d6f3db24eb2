package kontor.analytics.live;

/** The same in English and in German. */
public record Sentence(String english, String german) {

  /** In this language, ISO 639-1; English for all but {@code de}. */
  public String in(String language) {
    return language.equals("de") ? german : english;
  }
}
