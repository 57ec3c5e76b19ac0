package dev.lifering.http;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The id that ties the answer, the log and the audit trail of one request together. */
final class RequestIds {
    static final String HEADER = "X-Request-Id";

    private static final String KEY = "requestId";
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** The id of this request: the client's own when it is usable, else a fresh one; the same at every call. */
    static String of(RoutingContext route) {
        String known = route.get(KEY);
        if (known != null) {
            return known;
        }
        String sent = route.request().getHeader(HEADER);
        String id = sent != null && USABLE.matcher(sent).matches() ? sent : fresh();
        route.put(KEY, id);
        MDC.put(KEY, id);
        return id;
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }
}
