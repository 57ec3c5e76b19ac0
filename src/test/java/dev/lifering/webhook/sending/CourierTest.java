package dev.lifering.webhook.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.lifering.webhook.Endpoint;
import dev.lifering.webhook.Receiver;
import dev.lifering.webhook.WebhooksConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To which addresses, and over which connections, messages go. */
@Tag("slow")
class CourierTest {
    private static final String PASSWORD = "changeit";
    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";

    private final Vertx vertx = Vertx.vertx();
    private final Receiver receiver = new Receiver();

    @TempDir
    Path files;

    @AfterEach
    void close() throws Exception {
        System.clearProperty(TRUST);
        System.clearProperty(TRUST_PASSWORD);
        receiver.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void addressesInsideAreRefusedUnlessAllowed() {
        Courier courier = courier(false);
        for (String host : List.of("localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "[::]")) {
            URI url = URI.create("http://" + host + ":" + receiver.url().getPort() + "/");
            assertEquals(Reply.none("the address is not a public one"), reply(courier, url), host);
        }
        assertEquals(List.of(), receiver.messages());
        assertTrue(reply(courier(true), receiver.url()).isTaken());
    }

    @Test
    void aHostThatNobodyKnowsIsNoError() {
        assertEquals(
                Reply.none("the host is unknown"), reply(courier(true), URI.create("https://nobody.invalid/hook")));
    }

    @Test
    void severalMessagesAreUnderWayAtOnce() {
        receiver.babbles(10);
        var messages = IntStream.range(0, Courier.AT_ONCE)
                .mapToObj(n -> new Message("id" + n, "{}", 1))
                .toList();
        List<Reply> replies = courier(true).send(endpoint(receiver.url()), messages);
        assertTrue(replies.stream().allMatch(Reply::isTaken), replies::toString);
        assertEquals(Courier.AT_ONCE, receiver.messages().size());
    }

    @Test
    void whoeverNeverEndsItsAnswerDoesNotKeepTheConnection() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var dripping = CompletableFuture.runAsync(() -> drip(server));
            Courier courier = courier(Map.of(
                    "lifering.webhooks.allow-private-targets", "true", "lifering.webhooks.request-timeout", "PT1S"));
            assertTrue(reply(courier, URI.create("http://localhost:" + server.getLocalPort() + "/"))
                    .isTaken());
            dripping.get(20, TimeUnit.SECONDS);
        }
    }

    /** Answers with a byte after the other, until the connection is gone. */
    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.setSoTimeout(100);
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean isOpen = true;
            while (isOpen) {
                out.write('.');
                isOpen = isOpen(socket);
            }
        } catch (IOException gone) {
            // That is what it waits for.
        }
    }

    /** Waits a little for what the other side says. */
    private static boolean isOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read(new byte[4096]) >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }

    @Test
    void tlsIsForTheHostOfTheAddressThoughTheConnectionGoesToAnAddressThatWasLookedAt() throws Exception {
        var calls = new AtomicInteger();
        Path right = keyStore("localhost");
        Path wrong = keyStore("crm.example.com");
        HttpsServer server = server(right, calls);
        HttpsServer impostor = server(wrong, calls);
        try {
            assertEquals(Reply.none("TLS failed"), reply(courier(true), url(server)));
            System.setProperty(TRUST_PASSWORD, PASSWORD);
            System.setProperty(TRUST, right.toString());
            assertEquals(new Reply(204, null, null), reply(courier(true), url(server)));
            assertEquals(1, calls.get());
            System.setProperty(TRUST, wrong.toString());
            assertEquals(Reply.none("TLS failed"), reply(courier(true), url(impostor)));
            assertEquals(1, calls.get());
        } finally {
            server.stop(0);
            impostor.stop(0);
        }
    }

    private static Reply reply(Courier courier, URI url) {
        return courier.send(endpoint(url), List.of(new Message("id", "{}", 1))).get(0);
    }

    private static Endpoint endpoint(URI url) {
        return new Endpoint("crm", url, List.of(Receiver.SECRET), Set.of());
    }

    private Courier courier(boolean allowPrivateTargets) {
        return courier(Map.of("lifering.webhooks.allow-private-targets", Boolean.toString(allowPrivateTargets)));
    }

    private Courier courier(Map<String, String> settings) {
        WebhooksConfig config = new SmallRyeConfigBuilder()
                .withMapping(WebhooksConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 300))
                .build()
                .getConfigMapping(WebhooksConfig.class);
        return new Courier(vertx, config, InstantSource.system());
    }

    private static URI url(HttpsServer server) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/hook");
    }

    private static HttpsServer server(Path keyStore, AtomicInteger calls) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keyStore)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** A key with a certificate of its own for this host, which may serve as the trust store that trusts it. */
    private Path keyStore(String host) throws Exception {
        Path store = files.resolve(host + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String arguments = "-genkeypair -alias key -keyalg EC -groupname secp256r1 -storetype PKCS12 -storepass "
                + PASSWORD + " -dname CN=" + host + " -ext san=dns:" + host + " -keystore " + store;
        var command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, process.waitFor());
        return store;
    }
}
