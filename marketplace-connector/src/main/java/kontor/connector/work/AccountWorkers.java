package kontor.connector.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import kontor.connector.account.Accounts;
import kontor.connector.account.ConnectedAccount;
import kontor.connector.account.ConnectedAccount.Status;
import kontor.connector.channel.Account;
import kontor.contracts.Sku;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works for each account that is active, and stops when it is not any more. */
public final class AccountWorkers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AccountWorkers.class);
  private static final long LOOK_EVERY_MS = 2_000;

  private final Accounts accounts;
  private final Function<Account, Optional<AccountWork>> hire;
  private final Map<String, AccountWork> works = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          run -> {
            Thread thread = new Thread(run, "accounts");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param hire starts the work for an account; empty when there is no such marketplace here
   */
  public AccountWorkers(Accounts accounts, Function<Account, Optional<AccountWork>> hire) {
    this.accounts = accounts;
    this.hire = hire;
  }

  /**
   * @param before what has to be done once before, tried again until it works
   */
  public AccountWorkers start(Runnable before) {
    timer.execute(() -> first(before));
    return this;
  }

  public Optional<AccountWork> find(Account account) {
    return Optional.ofNullable(works.get(account.key()));
  }

  /** Articles that may have changed: every account looks at them. */
  public void mark(Collection<Sku> skus) {
    works.values().forEach(work -> work.mark(skus));
  }

  /**
   * Articles that may have changed on one account.
   *
   * @param account its key
   */
  public void mark(String account, Collection<Sku> skus) {
    Optional.ofNullable(works.get(account)).ifPresent(work -> work.mark(skus));
  }

  /** Articles that wait to be looked at, over all accounts. */
  public int waiting() {
    return works.values().stream().mapToInt(AccountWork::waiting).sum();
  }

  private void first(Runnable before) {
    try {
      before.run();
      var unused =
          timer.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    } catch (RuntimeException e) {
      LOG.warn("the accounts cannot be read yet: {}", e.toString());
      var unused = timer.schedule(() -> first(before), LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    try {
      adjust(accounts.all());
    } catch (RuntimeException e) {
      LOG.warn("the accounts cannot be read: {}", e.toString());
    }
  }

  /** An account whose settings changed is closed and opened again. */
  private void adjust(List<ConnectedAccount> all) {
    Map<String, Account> wanted = new HashMap<>();
    for (ConnectedAccount one : all) {
      if (one.status() == Status.ACTIVE) {
        wanted.put(one.account().key(), one.account());
      }
    }
    works.forEach(
        (key, work) -> {
          if (!work.channel().account().equals(wanted.get(key))) {
            works.remove(key);
            work.close();
            LOG.info("works no more for {} as it was", key);
          }
        });
    wanted.forEach(
        (key, account) -> {
          if (!works.containsKey(key)) {
            hire.apply(account)
                .ifPresent(
                    work -> {
                      works.put(key, work);
                      LOG.info("works for {}", key);
                    });
          }
        });
  }

  @Override
  public void close() {
    timer.shutdownNow();
    works.values().forEach(AccountWork::close);
  }
}
