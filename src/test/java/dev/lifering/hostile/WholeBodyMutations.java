package dev.lifering.hostile;

import dev.lifering.testing.ApiOperation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies that are wrong as a whole: no JSON, another document, too large, or of another media type. */
final class WholeBodyMutations {
    private static final List<String> OTHER_TYPES = List.of(
            "text/plain",
            "text/html",
            "application/xml",
            "application/octet-stream",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/jsonp",
            "application/merge-patch+xml",
            "application/x-java-serialized-object",
            "image/svg+xml");

    private static final List<String> ODD_TYPES = List.of(
            "*/*",
            "application/*",
            "/",
            "json",
            "application/json;",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/json; charset=\"",
            "application/json, text/plain",
            "APPLICATION/JSON",
            ";;;",
            "application/json; q=x",
            "application/problem+json",
            "a".repeat(1000) + "/b",
            "\u00ff/\u00fe");

    private WholeBodyMutations() {}

    static List<HostileRequest> of(ApiOperation operation, Draft right) {
        var made = new ArrayList<HostileRequest>();
        boolean json = operation.bodyType().equals("application/json");
        String text = new String(right.body(), StandardCharsets.UTF_8).strip();
        if (json) {
            noObjects(text)
                    .forEach(body ->
                            made.add(HostileRequest.refused(operation.id() + " " + start(body), right.body(body))));
            for (Charset other : List.of(
                    StandardCharsets.UTF_16,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE,
                    Charset.forName("UTF-32"))) {
                made.add(HostileRequest.refused(operation.id() + " in " + other, right.body(text.getBytes(other))));
            }
            // Where no body is needed, null stands for none.
            String none = operation.id() + " null";
            Draft nothing = right.body("null");
            made.add(
                    operation.needsBody()
                            ? HostileRequest.refused(none, nothing)
                            : HostileRequest.perhaps(none, nothing));
            made.add(HostileRequest.perhaps(operation.id() + " after a mark", right.body("\ufeff" + text)));
            made.add(HostileRequest.perhaps(operation.id() + " without a body", right.body("")));
        }
        OTHER_TYPES.forEach(type ->
                made.add(HostileRequest.refused(operation.id() + " as " + type, right.with("Content-Type: " + type))));
        ODD_TYPES.forEach(type ->
                made.add(HostileRequest.perhaps(operation.id() + " as " + type, right.with("Content-Type: " + type))));
        made.add(HostileRequest.perhaps(operation.id() + " of no type", right.without("Content-Type")));
        made.add(HostileRequest.perhaps(operation.id() + " of two types", right.plus("Content-Type: text/plain")));
        for (String coding : List.of("gzip", "deflate", "br", "zstd", "nonsense", "gzip, gzip")) {
            made.add(HostileRequest.perhaps(
                    operation.id() + " said to be " + coding, right.plus("Content-Encoding: " + coding)));
        }
        return made;
    }

    private static List<String> noObjects(String text) {
        String fields =
                IntStream.range(0, 2000).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(","));
        return List.of(
                "true",
                "1",
                "\"x\"",
                "[]",
                "[" + text + "]",
                text + text,
                text + " {}",
                text + "x",
                text + "\u0000",
                "\u0000" + text,
                text.substring(0, text.length() - 1),
                text.substring(0, text.length() - 1) + ",}",
                text.substring(1),
                "{" + text + "}",
                text.replace('"', '\''),
                "<a/>",
                "a=b&c=d",
                "--x\r\n\r\n",
                ")]}',\n" + text,
                "//\n" + text,
                "{" + fields + "}",
                "{\"a\":".repeat(33) + "1" + "}".repeat(33),
                "{\"a\":".repeat(9_000) + "1" + "}".repeat(9_000),
                HostileValues.deep(30_000),
                "[".repeat(60_000),
                "{\"" + "a".repeat(60_000) + "\":1}",
                " ".repeat(65_536) + text,
                text + " ".repeat(65_536),
                "{\"x\":\"" + "\u00e4".repeat(40_000) + "\"}");
    }

    private static String start(String body) {
        return body.length() > 60 ? body.substring(0, 60) + "…" : body;
    }
}
