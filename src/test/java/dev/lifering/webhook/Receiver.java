package dev.lifering.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lifering.audit.Deed;
import dev.lifering.crypto.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Another system, on this machine, that is told of facts. It takes everything until it is told otherwise. */
public final class Receiver implements AutoCloseable {
    /** What it shares with Lifering. */
    public static final Secret SECRET = Secret.of("a secret of a test, 32 bytes here".getBytes(StandardCharsets.UTF_8));

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Answer answer = new Answer(204, Map.of(), 0, false);

    /** A request that came in. */
    public record Message(String path, String id, String timestamp, String signature, String type, String body) {
        boolean isAbout(String text) {
            return body.contains('"' + text + '"');
        }
    }

    private record Answer(int status, Map<String, String> headers, int length, boolean never) {}

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/hook?from=lifering");
    }

    /** An endpoint with a name of its own that leads here and wants these deeds; all when none is named. */
    public Endpoint endpoint(Deed... deeds) {
        var wanted = deeds.length == 0 ? EnumSet.allOf(Deed.class) : EnumSet.copyOf(List.of(deeds));
        return new Endpoint("w-" + UUID.randomUUID(), url(), List.of(SECRET), wanted);
    }

    public void answers(int status, Map<String, String> headers) {
        answer = new Answer(status, headers, 0, false);
    }

    public void answers(int status) {
        answers(status, Map.of());
    }

    /** Answers with a body of so many bytes. */
    public void babbles(int length) {
        answer = new Answer(200, Map.of(), length, false);
    }

    /** Takes requests and never answers. */
    public void hangs() {
        answer = new Answer(0, Map.of(), 0, true);
    }

    /** What came in, oldest first. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** What came in that names this text. */
    public List<Message> about(String text) {
        return messages.stream().filter(message -> message.isAbout(text)).toList();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        Answer now = answer;
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        messages.add(new Message(
                exchange.getRequestURI().toString(),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("Content-Type"),
                body));
        if (now.never()) {
            await();
        }
        now.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(now.status(), now.length() == 0 ? -1 : now.length());
        if (now.length() > 0) {
            exchange.getResponseBody().write(new byte[now.length()]);
        }
        exchange.close();
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
