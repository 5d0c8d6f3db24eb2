package kontor.connector.channel;

import java.util.List;

/**
 * Something that keeps a single article from a marketplace, given all that is said of it there.
 * What is required of every article of its category is in its {@link ProductType}.
 */
public sealed interface Objection {

  /** The marketplace's name of the attribute. */
  String attribute();

  /**
   * The reason why the marketplace wants it so in this case: {@code battery required is 'true'}.
   * Empty where it is so in any case.
   */
  String because();

  /**
   * It is not said.
   *
   * @param or attributes each of which would do as well
   */
  record Lacks(String attribute, List<String> or, String because) implements Objection {

    public Lacks {
      or = List.copyOf(or);
    }
  }

  /**
   * It is said in another way than the marketplace wants it.
   *
   * @param what is wrong with it, as the end of a sentence: {@code must be at most 50 characters}
   */
  record Refuses(String attribute, String what, String because) implements Objection {}
}
