package dev.lifering.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** One request, and the only status that is no error. */
record Call(
        HttpMethod method,
        String path,
        String token,
        @Nullable String body,
        int expected) {

    static Call get(String path, String token) {
        return new Call(HttpMethod.GET, path, token, null, 200);
    }

    static Call post(String path, String token, String body) {
        return new Call(HttpMethod.POST, path, token, body, 200);
    }

    Call expecting(int status) {
        return new Call(method, path, token, body, status);
    }

    Buffer buffer() {
        return body == null ? Buffer.buffer() : Buffer.buffer(body);
    }
}
