package dev.lifering.hostile;

import dev.lifering.testing.ApiOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Headers that are odd, wrong, doubled or too large; and tokens that are none. */
final class HeaderMutations {
    private static final List<String> NO_TOKENS = List.of(
            "",
            "Bearer",
            "Bearer ",
            "Bearer null",
            "Bearer a.b.c",
            "Bearer ..",
            "Bearer \u00ff\u00fe",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.",
            "Bearer " + "a".repeat(5000),
            "Basic YWRhOnNlY3JldA==",
            "Basic \u00ff",
            "Digest username=\"ada\"",
            "Negotiate YQ==",
            "token",
            "\u00ff");

    private static final List<String> ODD = List.of(
            "Accept: ;;;",
            "Accept: a",
            "Accept: */*;q=x",
            "Accept: */*;q=99999999999999999999",
            "Accept: " + "a/b,".repeat(500),
            "Accept: \u00ff",
            "Accept-Language: ;q=",
            "Accept-Encoding: nonsense;q=-1",
            "Accept-Charset: \u00ff",
            "X-Request-Id: \u00e4",
            "X-Request-Id: " + "a".repeat(3000),
            "X-Request-Id: <script>",
            "Idempotency-Key: \u00ff",
            "Idempotency-Key:",
            "Idempotency-Key: " + "a".repeat(300),
            "Idempotency-Key: a\tb",
            "Idempotency-Key: \"a",
            "Cookie: =;;=",
            "Cookie: " + "a=b; ".repeat(500),
            "If-Modified-Since: yesterday",
            "If-Match: \"",
            "If-None-Match: *",
            "Expect: x",
            "Origin: ::",
            "Origin: null",
            "Referer: \u00ff",
            "Forwarded: for=;;",
            "X-Forwarded-For: \u00ff, ::, 1.2.3",
            "X-Forwarded-Host: a b",
            "X-Forwarded-Proto: javascript",
            "X-Forwarded-Port: x",
            "X-HTTP-Method-Override: DELETE",
            "X-Original-URL: /q/health",
            "Range: bytes=x",
            "Range: bytes=-1,-1,-1",
            "Upgrade: websocket",
            "HTTP2-Settings: x",
            "Sec-WebSocket-Key: x",
            "TE: x",
            "Trailer: Content-Length",
            "Via: \u00ff",
            "Date: x",
            "Content-Language: \u00ff",
            "Content-MD5: x",
            "Connection: nonsense",
            "Keep-Alive: timeout=x",
            "Proxy-Connection: x",
            "Max-Forwards: -1",
            "traceparent: 00-x",
            "baggage: =");

    private HeaderMutations() {}

    static List<HostileRequest> of(ApiOperation operation, Draft right) {
        var made = new ArrayList<HostileRequest>();
        String id = operation.id() + " ";
        if (operation.needsToken()) {
            NO_TOKENS.forEach(token ->
                    made.add(HostileRequest.refused(id + shortened(token), right.with("Authorization: " + token))));
            made.add(HostileRequest.refused(id + "without a token", right.without("Authorization")));
        }
        ODD.forEach(line -> made.add(
                HostileRequest.perhaps(id + shortened(line), right.plus(line)).onItsOwn()));
        if (operation.operation().at("/responses/406").isObject()) {
            for (String type : List.of("application/xml", "text/rtf", "image/png", "application/json;q=0")) {
                Draft asking = right.plus("Accept: " + type);
                made.add(
                        type.contains(";")
                                ? HostileRequest.perhaps(id + type, asking)
                                : HostileRequest.refused(id + type, asking));
            }
        }
        sizes(right)
                .forEach((what, draft) ->
                        made.add(HostileRequest.refused(id + what, draft).onItsOwn()));
        methods(operation)
                .forEach(method -> made.add(HostileRequest.perhaps(id + "by " + method, right.method(method))
                        .onItsOwn()));
        return made;
    }

    /** More than a head may hold. */
    private static Map<String, Draft> sizes(Draft right) {
        String[] many =
                IntStream.range(0, 2000).mapToObj(i -> "X-Header-" + i + ": x").toArray(String[]::new);
        return Map.of(
                "a header of 20 KiB", right.plus("X-Long: " + "a".repeat(20 * 1024)),
                "2000 headers", right.plus(many),
                "a cookie of 20 KiB", right.plus("Cookie: a=" + "b".repeat(20 * 1024)),
                "an address of 20 KiB", right.target(right.target() + "?q=" + "a".repeat(20 * 1024)));
    }

    /** That the document does not list; which of them the address takes is for another test. */
    private static List<String> methods(ApiOperation operation) {
        return List.of(
                        "GET",
                        "PUT",
                        "POST",
                        "DELETE",
                        "PATCH",
                        "OPTIONS",
                        "TRACE",
                        "PROPFIND",
                        "BREW",
                        "get",
                        "G-T",
                        "LOCK")
                .stream()
                .filter(method -> !method.equals(operation.method().name()))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
