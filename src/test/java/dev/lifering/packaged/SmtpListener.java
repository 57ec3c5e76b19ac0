package dev.lifering.packaged;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail server on loopback (RFC 5321) that can be down, and can be told what to answer to a recipient. */
public final class SmtpListener implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
    private final List<Refused> refused = new CopyOnWriteArrayList<>();
    private volatile boolean mute;
    private @Nullable ServerSocket socket;
    private @Nullable Thread acceptor;

    public SmtpListener() {
        try (var free = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        up();
    }

    /** One mail that was taken, as it came over the wire. */
    public record Received(String recipient, String messageId, String content) {}

    /** A recipient that was refused with this answer. */
    public record Refused(String recipient, int code) {}

    /** The settings of an installation whose replicas send their mails here. */
    public Map<String, String> settings(Installation installation) {
        Map<String, String> settings = installation.settings();
        settings.put("quarkus.mailer.port", String.valueOf(port));
        settings.put("quarkus.mailer.start-tls", "DISABLED");
        settings.put("lifering.work.polling-interval", "PT0.5S");
        return settings;
    }

    /** What stands behind {@code #name=} in a mail to this address, once it is there. */
    String token(String email, String name) {
        Pattern link = Pattern.compile("#" + name + "=([A-Za-z0-9_-]{43})");
        return await("a mail with " + name)
                .atMost(PATIENCE)
                .until(
                        () -> received.stream()
                                .filter(mail -> mail.recipient().equals(email))
                                // Quoted-printable (RFC 2045 §6.7), as far as links need it.
                                .map(mail -> mail.content().replace("=\n", "").replace("=3D", "="))
                                .map(link::matcher)
                                .filter(Matcher::find)
                                .map(found -> found.group(1))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Refused> refused() {
        return List.copyOf(refused);
    }

    /** What the next recipients are answered, one after the other; then all are taken again. */
    public void refuseNext(Integer... codes) {
        refusals.addAll(List.of(codes));
    }

    /** All recipients are taken again. */
    public void refuseNoMore() {
        refusals.clear();
    }

    /** From now on it takes mails, but the line breaks before it can say so. */
    public void hangUpAfterTaking(boolean on) {
        mute = on;
    }

    /** Nobody listens, once this returns. */
    public void down() {
        try {
            if (socket != null && acceptor != null) {
                socket.close();
                // The port is free only when nobody waits for a client any more.
                acceptor.join(PATIENCE.toMillis());
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public void up() {
        // While nobody listened, another process may have gone out through this port.
        ServerSocket opened = await().atMost(PATIENCE)
                .ignoreException(BindException.class)
                .until(this::listening, ServerSocket::isBound);
        socket = opened;
        acceptor = new Thread(() -> accept(opened), "smtp-listener");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private ServerSocket listening() throws IOException {
        var opened = new ServerSocket();
        try {
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public void close() {
        down();
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket client = opened.accept();
                var conversation = new Thread(() -> converse(client), "smtp-conversation");
                conversation.setDaemon(true);
                conversation.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 listener");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.toUpperCase(Locale.ROOT);
                if (verb.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(out, answerTo(recipient));
                } else if (verb.startsWith("DATA")) {
                    say(out, "354 go ahead");
                    take(recipient, in);
                    if (mute) {
                        return;
                    }
                    say(out, "250 taken");
                } else if (verb.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException brokenLine) {
            // The client has gone; what it had not finished was not taken.
        }
    }

    private String answerTo(String recipient) {
        Integer refusal = refusals.poll();
        if (refusal == null) {
            return "250 ok";
        }
        refused.add(new Refused(recipient, refusal));
        return refusal + " not now, or never";
    }

    private void take(String recipient, BufferedReader in) throws IOException {
        var content = new StringBuilder();
        String messageId = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
                messageId = line.substring("message-id:".length()).strip();
            }
            content.append(line).append('\n');
        }
        received.add(new Received(recipient, messageId, content.toString()));
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
