package dev.lifering.hostile;

import static dev.lifering.hostile.HostileRequest.cutOff;
import static dev.lifering.hostile.HostileRequest.perhaps;
import static dev.lifering.hostile.HostileRequest.refused;

import dev.lifering.testing.ApiOperation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is wrong below the request itself: its first line, the length of its body, its chunks. */
final class ProtocolMutations {
    private final String id;
    private final boolean readLineByLine;
    private final Draft right;
    private final List<HostileRequest> made = new ArrayList<>();

    private ProtocolMutations(ApiOperation operation, Draft right) {
        this.id = operation.id() + " ";
        this.readLineByLine = operation.bodyType().equals("application/x-ndjson");
        this.right = right.plus("Connection: close");
    }

    static List<HostileRequest> of(ApiOperation operation, Draft right) {
        var mutations = new ProtocolMutations(operation, right);
        mutations.addFirstLines();
        mutations.addHeaders();
        if (right.body().length > 0) {
            mutations.addLengths();
            mutations.addChunks();
        }
        return mutations.made;
    }

    private void addFirstLines() {
        made.add(perhaps(id + "as HTTP/1.0", right.version("HTTP/1.0")).onItsOwn());
        made.add(perhaps(id + "as an absolute address", right.target("http://elsewhere.example" + right.target()))
                .onItsOwn());
        made.add(
                perhaps(id + "with spaces", right.method("  " + right.method())).onItsOwn());
        made.add(refused(
                        id + "of a relative address",
                        right.target(right.target().substring(1)))
                .onItsOwn());
        made.add(refused(id + "of *", right.target("*")).onItsOwn());
        for (String version : List.of("HTTP/3.7", "HTTP/1.1x", "HTTP", "http/1.1 ", "HTTP/1.1 HTTP/1.1", "")) {
            made.add(cutOff(id + "as " + version, right.version(version)));
        }
        for (String target : List.of("/a b", "/\u0000", "/\t", "", "/a\u0000b")) {
            made.add(cutOff(id + "of " + target, right.target(target)));
        }
        for (String method : List.of("", "\u0000", "G\u0000T", "GET\tX", "\u00ff", "x".repeat(300))) {
            made.add(cutOff(id + "by " + method, right.method(method)));
        }
    }

    private void addHeaders() {
        for (String line : List.of(
                "Upgrade: h2c",
                "no colon",
                ": no name",
                "a name: x",
                "name : x",
                "na\u0000me: x",
                "n\u00e4me: x",
                "name: a\u0000b",
                "name: a\rb",
                "name: a\u000bb",
                " folded",
                "name: a\r\n folded",
                "Host: other.example",
                "Host:",
                "Transfer-Encoding: nonsense",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: chunked, chunked",
                "Content-Length: -1",
                "Content-Length: +1",
                "Content-Length: 0x1",
                "Content-Length: 1, 2",
                "Content-Length: 99999999999999999999",
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: x")) {
            made.add(cutOff(id + line, right.plus(line)));
        }
        made.add(cutOff(id + "without a host", right.without("Host")));
    }

    private void addLengths() {
        int length = right.body().length;
        if (!readLineByLine) {
            made.add(refused(id + "declared too large", right.plus("Content-Length: 70000"))
                    .onItsOwn());
        }
        made.add(cutOff(id + "declared longer", right.plus("Content-Length: " + (length + 1))));
        made.add(cutOff(id + "declared shorter", right.plus("Content-Length: " + (length - 1))));
        made.add(cutOff(id + "of both lengths", right.plus("Content-Length: " + length, "Transfer-Encoding: chunked")));
        made.add(cutOff(id + "of no length", right.plus("Content-Length: 0")));
    }

    private void addChunks() {
        String text = new String(right.body(), StandardCharsets.UTF_8);
        Draft chunked = right.plus("Transfer-Encoding: chunked");
        String size = Integer.toHexString(right.body().length);
        made.add(perhaps(id + "in a chunk", chunked.body(size + "\r\n" + text + "\r\n0\r\n\r\n"))
                .onItsOwn());
        made.add(perhaps(
                        id + "in a chunk with extras",
                        chunked.body(size + ";a=b;c\r\n" + text + "\r\n0\r\nX-Trailer: y\r\n\r\n"))
                .onItsOwn());
        for (String body : List.of(
                "zz\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                "\r\n{}\r\n0\r\n\r\n",
                "ffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "7fffffff\r\n{}",
                size + "\r\n" + text + "0\r\n\r\n",
                "1\r\n{}\r\n0\r\n\r\n",
                size + ";" + "a".repeat(20_000) + "\r\n" + text + "\r\n0\r\n\r\n",
                "0\r\nX: " + "a".repeat(20_000) + "\r\n\r\n")) {
            made.add(cutOff(id + "in chunks " + body.substring(0, Math.min(20, body.length())), chunked.body(body)));
        }
    }
}
