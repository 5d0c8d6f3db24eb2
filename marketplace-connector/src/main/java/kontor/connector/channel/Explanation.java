package kontor.connector.channel;

/**
 * What a marketplace's objection means, for a person who does not know its numbers.
 *
 * @param code the marketplace's, as it stands in the objection
 * @param meaning in a sentence
 * @param todo what helps
 */
public record Explanation(String code, String meaning, String todo) {}
