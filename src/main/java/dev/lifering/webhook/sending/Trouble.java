package dev.lifering.webhook.sending;

import io.vertx.core.VertxException;
import java.net.ConnectException;
import javax.net.ssl.SSLException;

/** Why there was no answer, in words for an operator. They hold nothing that came from outside. */
final class Trouble {
    private Trouble() {}

    static String of(Throwable failure) {
        if (failure instanceof SSLException || failure.getCause() instanceof SSLException) {
            return "TLS failed";
        }
        if (failure instanceof ConnectException) {
            return "no connection";
        }
        return failure instanceof VertxException ? "the connection was closed" : "no answer";
    }
}
