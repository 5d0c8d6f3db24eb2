package kontor.local.audit;

import java.util.ArrayList;
import java.util.List;
import kontor.audit.Finding;

/** One named rule while it is checked: what was looked at, and what of it is wrong. */
public final class Rule {

  private final String name;
  private final List<String> violations = new ArrayList<>();
  private long checked;

  public Rule(String name) {
    this.name = name;
  }

  /** Looks at one more thing. */
  public void check(boolean right, String otherwise) {
    checked++;
    if (!right) {
      violations.add(otherwise);
    }
  }

  public Finding finding() {
    return new Finding(name, checked, violations);
  }
}
