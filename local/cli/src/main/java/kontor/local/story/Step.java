package kontor.local.story;

/**
 * A step of the story, as it went.
 *
 * @param detail what was seen, or why it failed
 */
public record Step(String name, boolean passed, long milliseconds, String detail) {}
