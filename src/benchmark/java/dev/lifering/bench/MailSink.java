package dev.lifering.bench;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes everything and keeps nothing (RFC 5321). */
final class MailSink {
    private final AtomicLong taken = new AtomicLong();

    MailSink(Vertx vertx, int port) {
        vertx.createNetServer()
                .connectHandler(this::greet)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    long taken() {
        return taken.get();
    }

    private void greet(NetSocket socket) {
        var dialogue = new Dialogue(socket);
        socket.handler(RecordParser.newDelimited("\r\n", line -> dialogue.hear(line.toString())));
        socket.write("220 sink\r\n");
    }

    private final class Dialogue {
        private final NetSocket socket;
        private boolean inMail;

        Dialogue(NetSocket socket) {
            this.socket = socket;
        }

        private void hear(String line) {
            if (inMail) {
                endAt(line);
                return;
            }
            var verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("DATA")) {
                inMail = true;
                socket.write("354 go on\r\n");
            } else if (verb.startsWith("QUIT")) {
                socket.end(io.vertx.core.buffer.Buffer.buffer("221 bye\r\n"));
            } else {
                socket.write("250 sink\r\n");
            }
        }

        private void endAt(String line) {
            if (line.equals(".")) {
                inMail = false;
                taken.incrementAndGet();
                socket.write("250 taken\r\n");
            }
        }
    }
}
