package dev.lifering.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** What is known of the request that is being answered, besides who sent it. */
@RequestScoped
public class RequestFacts {
    private static final String UNKNOWN = "unknown";

    private final String requestId;
    private final String clientAddress;

    RequestFacts(CurrentVertxRequest current) {
        RoutingContext route = current.getCurrent();
        this.requestId = route == null ? RequestIds.fresh() : RequestIds.of(route);
        this.clientAddress = route == null ? UNKNOWN : addressOf(route);
    }

    /** The id under which this request is found in the log; the client's own when it sent a usable one. */
    public String requestId() {
        return requestId;
    }

    /**
     * The address of the client: that of the connection, or the one a proxy names when the operator trusts it
     * ({@code quarkus.http.proxy.*}); {@code unknown} where there is none, as on a Unix socket.
     */
    public String clientAddress() {
        return clientAddress;
    }

    private static String addressOf(RoutingContext route) {
        @Nullable SocketAddress remote = route.request().remoteAddress();
        if (remote == null) {
            return UNKNOWN;
        }
        if (remote.hostAddress() != null) {
            return remote.hostAddress();
        }
        // A proxy may name anything; what is kept must fit the column and the log.
        return remote.host() != null && remote.host().matches("[A-Za-z0-9.:_\\[\\]-]{1,64}") ? remote.host() : UNKNOWN;
    }
}
