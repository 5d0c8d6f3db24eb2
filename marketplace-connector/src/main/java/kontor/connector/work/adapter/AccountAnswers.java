package kontor.connector.work.adapter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.connector.account.ConnectedAccount;
import kontor.connector.channel.Account;
import kontor.connector.channel.Capability;
import kontor.connector.credential.Credentials;
import kontor.connector.credential.Vault;
import kontor.connector.work.AccountWork;
import kontor.connector.work.AccountWorkers;
import kontor.connector.work.adapter.AccountAnswer.TaskAnswer;
import kontor.connector.worklist.WorkList;
import org.springframework.stereotype.Component;

/** Gathers what the manager sees of an account. */
@Component
class AccountAnswers {

  private static final Duration WARN_BEFORE = Duration.ofDays(14);

  private final AccountWorkers workers;
  private final WorkList work;
  private final Vault vault;
  private final Clock clock;

  AccountAnswers(AccountWorkers workers, WorkList work, Vault vault, Clock clock) {
    this.workers = workers;
    this.work = work;
    this.vault = vault;
    this.clock = clock;
  }

  AccountAnswer of(ConnectedAccount connected) {
    Account account = connected.account();
    Optional<AccountWork> running = workers.find(account);
    Optional<Instant> consent = vault.find(account.key()).flatMap(Credentials::consentUntil);
    return new AccountAnswer(
        account.marketplace(),
        account.channel(),
        account.name(),
        account.country(),
        connected.status(),
        connected.reason(),
        account.settings(),
        running.map(w -> Capability.of(w.channel())).orElse(Set.of()),
        running.map(AccountWork::waiting).orElse(0),
        work.of(account).size(),
        consent.orElse(null),
        consent.filter(end -> end.isBefore(clock.instant().plus(WARN_BEFORE))).isPresent(),
        running.map(AccountAnswers::tasks).orElse(Map.of()),
        running.map(w -> w.channel().pace().left()).orElse(List.of()));
  }

  private static Map<String, TaskAnswer> tasks(AccountWork work) {
    Map<String, TaskAnswer> all = new LinkedHashMap<>();
    work.tasks()
        .forEach(
            (name, task) ->
                all.put(
                    name,
                    new TaskAnswer(
                        task.failures(), task.nextTry(), task.lastSuccess(), task.lastError())));
    return all;
  }
}
