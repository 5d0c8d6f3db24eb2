package kontor.connector.amazon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kontor.connector.channel.AccessToken;
import kontor.connector.channel.Account;
import kontor.connector.channel.HintQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Amazon tells an account by its queue. A notification that was acknowledged is known by its
 * id when it comes again, as long as this instance works for the account; what nobody knows is
 * logged once for each type.
 */
final class AmazonHints implements HintQueue {

  private static final Logger LOG = LoggerFactory.getLogger(AmazonHints.class);
  private static final int REMEMBERED = 10_000;

  private final Account account;
  private final AmazonQueue queue;
  private final AmazonSubscriptions subscriptions;
  private final JsonMapper json;
  private final Cache<String, Boolean> acknowledged =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final Set<String> strange = ConcurrentHashMap.newKeySet();

  AmazonHints(
      Account account, AmazonQueue queue, AmazonSubscriptions subscriptions, JsonMapper json) {
    this.account = account;
    this.queue = queue;
    this.subscriptions = subscriptions;
    this.json = json;
  }

  static HintQueue open(
      QueueAddress address,
      AmazonClient seller,
      AmazonSettings settings,
      AccessToken access,
      Account account,
      Clock clock) {
    AmazonTokens tokens = new AmazonTokens(settings, seller.json());
    AmazonClient application =
        seller.as(new ApplicationToken(tokens, access, AmazonSubscriptions.SCOPE, clock));
    return new AmazonHints(
        account,
        new AmazonQueue(address, access::secrets),
        new AmazonSubscriptions(seller, application, address.arn(), clock),
        seller.json());
  }

  @Override
  public void subscribe() {
    subscriptions.ensure();
  }

  @Override
  public List<Told> take() {
    List<Told> told = new ArrayList<>();
    Set<String> inThisTurn = new HashSet<>();
    for (Message message : queue.receive()) {
      told.add(told(message, inThisTurn));
    }
    told.sort(Comparator.comparing((Told one) -> !one.hint().urgent()));
    return told;
  }

  @Override
  public void acknowledge(Collection<Told> told) {
    queue.remove(told.stream().map(Told::receipt).toList());
    for (Told one : told) {
      // a repetition beside the first is no sign that the first was seen to
      if (!one.id().isEmpty() && one.hint().kind() != Kind.NOTHING) {
        acknowledged.put(one.id(), true);
      }
    }
  }

  private Told told(Message message, Set<String> inThisTurn) {
    Optional<AmazonNotice> notice = AmazonNotice.read(message.body(), json);
    String id = notice.map(AmazonNotice::id).orElse("");
    boolean before =
        !id.isEmpty() && (acknowledged.getIfPresent(id) != null || !inThisTurn.add(id));
    Hint hint = before ? new Hint(Kind.NOTHING, "") : hint(notice);
    return new Told(id, message.receiptHandle(), times(message), hint);
  }

  private Hint hint(Optional<AmazonNotice> notice) {
    Hint hint =
        notice
            .map(
                one ->
                    one.hint(
                        account.setting(AmazonFields.SELLER),
                        account.setting(AmazonFields.MARKETPLACE)))
            .orElse(new Hint(Kind.UNREADABLE, ""));
    boolean odd = hint.kind() == Kind.UNKNOWN || hint.kind() == Kind.UNREADABLE;
    String type = notice.map(AmazonNotice::type).orElse("");
    if (odd && strange.add(hint.kind() + type)) {
      LOG.warn("{}: notification of type '{}' is {}", account.key(), type, hint.kind());
    }
    return hint;
  }

  private static int times(Message message) {
    String count = message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    try {
      return count == null ? 1 : Integer.parseInt(count);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
