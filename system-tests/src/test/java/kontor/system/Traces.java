package kontor.system;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Where words have got to: topics, log files, stores and the mailbox of the running platform. */
final class Traces {

  private static final Path STATE =
      Path.of(System.getProperty("kontor.home", "..")).resolve(".kontor");
  private static final Duration POLL = Duration.ofMillis(500);

  private final List<String> words;

  Traces(List<String> words) {
    this.words = words.stream().map(Traces::small).toList();
  }

  private static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private boolean isIn(byte @Nullable [] bytes) {
    return bytes != null && isIn(new String(bytes, StandardCharsets.UTF_8));
  }

  private boolean isIn(String text) {
    String small = small(text);
    return words.stream().anyMatch(small::contains);
  }

  /**
   * What was looked at, and where a word was found.
   *
   * @param read so many records or lines
   */
  record Found(long read, Set<String> places) {}

  /** Keys, values and headers of all records of all topics, from the beginning to the end. */
  Found onTopics() {
    Set<String> places = new TreeSet<>();
    long read = 0;
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> all =
          consumer.listTopics().entrySet().stream()
              .flatMap(
                  topic ->
                      topic.getValue().stream()
                          .map(info -> new TopicPartition(topic.getKey(), info.partition())))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          read++;
          if (isIn(record)) {
            places.add(record.topic());
          }
        }
      }
    }
    return new Found(read, places);
  }

  private boolean isIn(ConsumerRecord<byte[], byte[]> record) {
    for (Header header : record.headers()) {
      if (isIn(header.value())) {
        return true;
      }
    }
    return isIn(record.key()) || isIn(record.value());
  }

  private static KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:9092",
            ConsumerConfig.EXCLUDE_INTERNAL_TOPICS_CONFIG, false,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** All log files of the platform. */
  Found inLogs() {
    Set<String> places = new TreeSet<>();
    long read = 0;
    try (Stream<Path> files = Files.walk(STATE.resolve("logs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String log = Files.readString(file, StandardCharsets.ISO_8859_1);
        read += log.lines().count();
        if (isIn(log)) {
          places.add(file.getFileName().toString());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Found(read, places);
  }

  /** All collections of all services. */
  Found inStores() {
    Set<String> places = new TreeSet<>();
    long read = 0;
    try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:27017")) {
      for (String name : client.listDatabaseNames()) {
        MongoDatabase database = client.getDatabase(name);
        for (String collection : database.listCollectionNames()) {
          for (Document document : database.getCollection(collection).find()) {
            read++;
            if (isIn(document.toString())) {
              places.add(name + "." + collection);
            }
          }
        }
      }
    }
    return new Found(read, places);
  }

  /** The texts of the mails to an address, each after its subject. */
  static List<String> mailsTo(String address) {
    List<String> mails = new ArrayList<>();
    try (Stream<Path> files = Files.walk(STATE.resolve("data"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".eml")).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
          if (Arrays.toString(mail.getAllRecipients()).contains(address)) {
            mails.add(mail.getSubject() + "\n" + text(mail));
          }
        }
      }
      return mails;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Part part) throws IOException, MessagingException {
    if (part.getContent() instanceof Multipart several) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < several.getCount(); i++) {
        BodyPart one = several.getBodyPart(i);
        all.append(text(one));
      }
      return all.toString();
    }
    return part.isMimeType("text/plain") ? part.getContent().toString() : "";
  }
}
