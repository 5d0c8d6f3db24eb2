package kontor.local.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link passes bytes on, or does to them what its state says. */
class TcpProxyTest {

  private static final int SHORT_MS = 80;

  private ServerSocket server;
  private TcpProxy proxy;
  private Socket client;
  private Socket accepted;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    proxy = TcpProxy.start("test", 0, server.getLocalPort(), 1);
    client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    accepted = server.accept();
    client.setSoTimeout(SHORT_MS);
    accepted.setSoTimeout(SHORT_MS);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    accepted.close();
    proxy.close();
    server.close();
  }

  @Test
  void bytesPassBothWaysAndTheEndToo() throws IOException {
    request(7);
    assertThat(accepted.getInputStream().read()).isEqualTo(7);
    answer(8);
    assertThat(client.getInputStream().read()).isEqualTo(8);
    client.close();
    assertThat(accepted.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void whatACutHoldsBackArrivesWhenTheLinkIsWell() throws IOException {
    proxy.set(LinkState.cut());
    request(7);
    assertThatThrownBy(() -> accepted.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    proxy.set(LinkState.WELL);
    assertThat(accepted.getInputStream().read()).isEqualTo(7);
  }

  @Test
  void aCutOfOneDirectionLetsTheOtherPass() throws IOException {
    proxy.set(LinkState.answersLost());
    request(7);
    assertThat(accepted.getInputStream().read()).isEqualTo(7);
    answer(8);
    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    proxy.set(LinkState.WELL);
    assertThat(client.getInputStream().read()).isEqualTo(8);
  }

  @Test
  void aSlowLinkTakesItsTime() throws IOException {
    accepted.setSoTimeout(2_000);
    proxy.set(LinkState.slow(40, 20));
    long start = System.nanoTime();
    request(7);
    assertThat(accepted.getInputStream().read()).isEqualTo(7);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(40));
  }

  @Test
  void aConnectionIsResetAfterSoManyBytes() throws IOException {
    proxy.set(LinkState.resetAfter(3));
    request(1, 2, 3);
    assertThat(accepted.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
    request(4);
    assertBroken(client);
    assertBroken(accepted);
  }

  @Test
  void aLinkThatRefusesResetsOldAndNewConnections() throws IOException {
    proxy.set(LinkState.refusing());
    assertBroken(client);
    try (Socket late = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      assertBroken(late);
    }
    proxy.set(LinkState.WELL);
    try (Socket again = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        Socket there = server.accept()) {
      again.getOutputStream().write(5);
      assertThat(there.getInputStream().read()).isEqualTo(5);
    }
  }

  private void request(int... bytes) throws IOException {
    for (int one : bytes) {
      client.getOutputStream().write(one);
    }
  }

  private void answer(int one) throws IOException {
    accepted.getOutputStream().write(one);
  }

  /** Reading fails or ends, rather than waiting. */
  private static void assertBroken(Socket socket) {
    await()
        .atMost(Duration.ofSeconds(2))
        .until(
            () -> {
              try {
                return socket.getInputStream().read() < 0;
              } catch (SocketTimeoutException stillOpen) {
                return false;
              } catch (IOException reset) {
                return true;
              }
            });
  }
}
