package dev.lifering.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A request as it will stand on the wire, right until somebody changes a part of it.
 *
 * @param headers whole lines without their end; the length of the body is added unless one of them says it
 * @param body empty for none
 */
record Draft(String method, String target, String version, List<String> headers, byte[] body) {
    Draft {
        headers = List.copyOf(headers);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    Draft method(String other) {
        return new Draft(other, target, version, headers, body);
    }

    Draft target(String other) {
        return new Draft(method, other, version, headers, body);
    }

    Draft version(String other) {
        return new Draft(method, target, other, headers, body);
    }

    Draft body(byte[] other) {
        return new Draft(method, target, version, headers, other);
    }

    Draft body(String other) {
        return body(other.getBytes(StandardCharsets.UTF_8));
    }

    /** One more line. */
    Draft plus(String... lines) {
        List<String> more = Stream.concat(headers.stream(), Stream.of(lines)).toList();
        return new Draft(method, target, version, more, body);
    }

    /** Without any line of this name. */
    Draft without(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        var fewer = new ArrayList<>(headers);
        fewer.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith(start));
        return new Draft(method, target, version, fewer, body);
    }

    /** With this line in place of those of the same name. */
    Draft with(String line) {
        return without(line.substring(0, line.indexOf(':'))).plus(line);
    }

    boolean has(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(start));
    }

    /** Characters of the head beyond Latin-1 are not meant to be used: one character is one byte. */
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        var head =
                new StringBuilder(method).append(' ').append(target).append(' ').append(version);
        head.append("\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (body.length > 0 && !has("Content-Length") && !has("Transfer-Encoding")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
