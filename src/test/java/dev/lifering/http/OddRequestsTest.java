package dev.lifering.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no well-behaved client sends, byte by byte. */
@QuarkusTest
class OddRequestsTest {
    private static final Pattern WITH_LENGTH = Pattern.compile(
            "HTTP/1.1 .*?\r\ncontent-length: *([0-9]+)\r\n.*?\r\n\r\n(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final LogRecorder log = new LogRecorder();

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void nothingLoggedAtError() {
        assertEquals("", log.stop());
    }

    /** Sends this text, byte for character, and gives the one answer; the connection may stay open. */
    private static String exchange(String... parts) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            socket.getOutputStream().write(String.join("", parts).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return readAnswer(socket.getInputStream());
        }
    }

    /** Reads to the end of the body as far as the answer says how long it is, else to the end of the connection. */
    private static String readAnswer(InputStream answer) {
        var text = new StringBuilder();
        try {
            for (int next = answer.read(); next >= 0; next = answer.read()) {
                text.append((char) next);
                if (isWhole(text)) {
                    break;
                }
            }
        } catch (IOException e) {
            text.append("[").append(e.getMessage()).append("]");
        }
        return text.toString();
    }

    private static boolean isWhole(CharSequence text) {
        Matcher answer = WITH_LENGTH.matcher(text);
        return answer.matches() && answer.group(2).length() >= Integer.parseInt(answer.group(1));
    }

    private static String get(String target) throws IOException {
        return exchange("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    private static void expectProblem(String answer, int status, String slug) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("urn:lifering:problem:" + slug), answer);
        assertTrue(answer.toLowerCase().contains("content-type: application/problem+json"), answer);
        assertTrue(answer.toLowerCase().contains("x-request-id: "), answer);
        assertTrue(answer.toLowerCase().contains("x-content-type-options: nosniff"), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/%zz, 400, malformed-request",
        "/v1/probe/ids/%zz, 400, malformed-request",
        "/v1/probe/accounts/%, 400, malformed-request",
        "/v1/probe/query?colour=%zz, 400, malformed-request",
        "//, 400, malformed-request",
        "/v1/probe/accounts/%ff, 400, invalid-request",
        "/v1/probe/accounts/%00, 400, invalid-request",
        "/v1/probe/query?colour=%ff, 400, invalid-request",
        "/v1/../../etc/passwd, 404, not-found",
        "/v1/probe/ids/%2e%2e, 404, not-found",
        "/v1/probe/ids/.., 404, not-found",
        "/v1/probe/, 404, not-found",
        "/v1/probe/accounts/..., 200,",
        "http://elsewhere/nothing, 404, not-found",
        "nothing, 404, not-found",
        "*, 404, not-found",
        "/\u00e4, 404, not-found",
    })
    void oddTargets(String target, int status, String slug) throws Exception {
        String answer = get(target);
        if (slug == null) {
            assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        } else {
            expectProblem(answer, status, slug);
        }
    }

    @Test
    void headersAndRequestLineTooLong() throws Exception {
        expectProblem(
                exchange("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n"),
                431,
                "headers-too-large");
        expectProblem(get("/" + "a".repeat(10_000)), 414, "address-too-long");
        // Beyond these the server below us cuts off, without a body.
        String headers = exchange("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(70_000) + "\r\n\r\n");
        assertTrue(headers.startsWith("HTTP/1.1 431 "), headers);
        String line = get("/" + "a".repeat(70_000));
        assertTrue(line.startsWith("HTTP/1.0 414 "), line);
        String garbage = exchange("GARBAGE\r\n\r\n");
        assertTrue(garbage.startsWith("HTTP/1.0 400 "), garbage);
    }

    @Test
    void chunkedBodyIsLimited() throws Exception {
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
        String answer = exchange(
                "POST /v1/probe HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "a\r\n{\"text\": \"\r\n",
                chunk,
                chunk,
                chunk,
                chunk,
                chunk);
        expectProblem(answer, 413, "too-large");
    }

    @Test
    void declaredLengthIsLimitedBeforeTheBodyIsSent() throws Exception {
        for (String type : new String[] {"application/json", "text/plain", "application/octet-stream"}) {
            String answer = exchange("POST /v1/probe HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                    + "\r\nContent-Length: 70000\r\n\r\n{");
            expectProblem(answer, 413, "too-large");
        }
        String beyondAll = exchange("POST /v1/probe/lines HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson"
                + "\r\nContent-Length: 2000000000\r\n\r\n{");
        expectProblem(beyondAll, 413, "too-large");
    }

    @Test
    void bodyThatBreaksOffHurtsNobody() throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            String half = "POST /v1/probe HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 100\r\n\r\n{\"text\":";
            socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = readAnswer(socket.getInputStream());
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
        }
    }

    @Test
    void invalidUtf8AndChunks() throws Exception {
        expectProblem(
                exchange("POST /v1/probe HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Connection: close\r\nContent-Length: 13\r\n\r\n{\"text\":\"\u00ff\u00fe\"}"),
                400,
                "malformed-request");
        String chunks = exchange("POST /v1/probe HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
        assertTrue(chunks.isEmpty() || chunks.startsWith("HTTP/1.1 4") || chunks.startsWith("["), chunks);
    }

    @Test
    void oddHeaders() throws Exception {
        for (String header : new String[] {
            "Accept: ;;;",
            "Accept: a",
            "Accept: */*;q=x",
            "Content-Type: /",
            "Authorization: Bearer",
            "Authorization: \u00ff",
            "X-Request-Id: \u00e4",
            "Cookie: =;;=",
            "Accept-Language: ;q=",
            "If-Modified-Since: yesterday",
            "Expect: x",
            "Origin: ::",
            "Forwarded: for=;;",
            "Range: bytes=x"
        }) {
            String answer =
                    exchange("GET /v1/probe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 2") || answer.startsWith("HTTP/1.1 4"), header + "\n" + answer);
            String post = exchange("POST /v1/probe HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n"
                    + header + "\r\n\r\n{}");
            assertTrue(post.startsWith("HTTP/1.1 2") || post.startsWith("HTTP/1.1 4"), header + "\n" + post);
        }
    }
}
