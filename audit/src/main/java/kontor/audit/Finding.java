package kontor.audit;

import java.util.List;

/**
 * What came of one invariant.
 *
 * @param checked how many things were looked at
 * @param violations what is wrong, in words; none when all is well
 */
public record Finding(String invariant, long checked, List<String> violations) {

  public Finding {
    violations = List.copyOf(violations);
  }
}
