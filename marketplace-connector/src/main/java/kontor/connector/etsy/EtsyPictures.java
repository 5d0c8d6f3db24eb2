package kontor.connector.etsy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;

/** Reads the pictures of offers: Etsy takes files, not addresses. */
final class EtsyPictures {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final String ownAddress;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /**
   * @param ownAddress put before a picture that has no address of its own
   */
  EtsyPictures(String ownAddress) {
    this.ownAddress = ownAddress;
  }

  /**
   * The file.
   *
   * @throws ChannelException of kind {@code REFUSED} when there is no picture, or nobody at an
   *     address that is not ours, so that other offers need not wait for it
   */
  byte[] read(String image) {
    boolean own = image.startsWith("/");
    String where = "the picture " + image;
    try {
      URI address = URI.create(own ? ownAddress + image : image);
      HttpResponse<byte[]> response =
          http.send(
              HttpRequest.newBuilder(address).timeout(TIMEOUT).GET().build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() == 200) {
        return response.body();
      }
      boolean later = own && response.statusCode() >= 500;
      throw new ChannelException(
          later ? Kind.RETRY : Kind.REFUSED, where + ": " + response.statusCode(), PAUSE, null);
    } catch (IOException e) {
      throw new ChannelException(
          own ? Kind.RETRY : Kind.REFUSED, where + " cannot be read", PAUSE, e);
    } catch (IllegalArgumentException e) {
      throw new ChannelException(Kind.REFUSED, where + " has no good address", PAUSE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException(Kind.RETRY, "interrupted", PAUSE, e);
    }
  }
}
