package dev.lifering.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The headers that every response carries; filled in last, so that a resource may say otherwise where that is sound. */
final class ResponseHeaders {
    static final String NO_STORE = "no-store";
    static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    private ResponseHeaders() {}

    static void fillIn(RoutingContext route) {
        MultiMap headers = route.response().headers();
        headers.set(RequestIds.HEADER, RequestIds.of(route));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        if (!headers.contains(CONTENT_SECURITY_POLICY)) {
            headers.set(CONTENT_SECURITY_POLICY, "frame-ancestors 'none'");
        }
        if (isPersonal(route.request().path()) && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
    }

    private static boolean isPersonal(String path) {
        return path != null && (path.startsWith("/v1/") || path.startsWith("/demo"));
    }
}
