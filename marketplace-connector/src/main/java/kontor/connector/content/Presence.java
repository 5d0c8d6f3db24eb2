package kontor.connector.content;

/** Whether the manager wants an article to stand on a marketplace. */
public enum Presence {
  /** As stock and price allow. */
  OFFERED,
  /** Nobody can buy it there; its listing is kept. */
  PAUSED,
  /** Its listing is taken off. */
  ENDED;

  /** What the manager may do about it. */
  public enum Step {
    PAUSE(Presence.PAUSED),
    RESUME(Presence.OFFERED),
    END(Presence.ENDED),
    RELIST(Presence.OFFERED);

    private final Presence leadsTo;

    Step(Presence leadsTo) {
      this.leadsTo = leadsTo;
    }

    public Presence leadsTo() {
      return leadsTo;
    }

    /** Why it cannot be done to an article of this presence; empty when it can. */
    String objection(Presence now) {
      boolean wrong =
          switch (this) {
            case PAUSE -> now == Presence.ENDED;
            case RESUME -> now == Presence.ENDED;
            case END -> false;
            case RELIST -> now == Presence.PAUSED;
          };
      if (!wrong) {
        return "";
      }
      return now == Presence.ENDED ? "is ended: relist it" : "is paused: resume it";
    }
  }
}
