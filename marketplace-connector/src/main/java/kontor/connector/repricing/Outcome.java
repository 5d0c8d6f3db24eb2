package kontor.connector.repricing;

import java.util.List;
import kontor.contracts.Money;

/** What a rule comes to, with its reasons: plain sentences with figures. */
sealed interface Outcome {

  List<String> reasons();

  /** Another price. */
  record Changed(Money price, List<String> reasons) implements Outcome {

    public Changed {
      reasons = List.copyOf(reasons);
    }
  }

  /** The price is as the rule wants it. */
  record Kept(List<String> reasons) implements Outcome {

    public Kept {
      reasons = List.copyOf(reasons);
    }
  }

  /** Too little is known, or a person has to look: nothing can be said. */
  record Undecided(List<String> reasons) implements Outcome {

    public Undecided {
      reasons = List.copyOf(reasons);
    }

    static Undecided because(String reason) {
      return new Undecided(List.of(reason));
    }
  }
}
