package kontor.local.network;

/** The state of a link, and a place to wait for another one. */
final class LinkSwitch {

  private LinkState state = LinkState.WELL;

  synchronized LinkState now() {
    return state;
  }

  synchronized void set(LinkState next) {
    state = next;
    notifyAll();
  }

  /** Waits while data of that direction are held; returns the state that lets them pass. */
  synchronized LinkState awaitPassing(boolean requests) throws InterruptedException {
    while (requests ? state.requestsHeld() : state.answersHeld()) {
      wait();
    }
    return state;
  }
}
