package dev.lifering.hostile;

import dev.lifering.testing.ApiOperation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests that are right, from the examples of the document; what they ask for need not exist. */
final class ValidCalls {
    static final String USER = "u-nobody-has-this-id";
    static final String THING = "018f2f6e-0000-7000-8000-000000000000";

    private final Caller caller;

    ValidCalls(Caller caller) {
        this.caller = caller;
    }

    Draft of(ApiOperation operation) {
        List<String> headers = new ArrayList<>(List.of("Host: lifering.example"));
        if (operation.needsToken()) {
            headers.add("Authorization: Bearer " + caller.token());
        }
        if (!operation.bodyType().isEmpty()) {
            headers.add("Content-Type: " + operation.bodyType());
        }
        return new Draft(operation.method().name(), path(operation), "HTTP/1.1", headers, body(operation));
    }

    /** The parts of the path that are parameters, by what they stand for. */
    String path(ApiOperation operation) {
        boolean erases = operation.id().equals("deleteAccount");
        return operation
                .path()
                .replace("{accountId}", erases ? "t-nobody-has-this-id" : caller.accountId())
                .replace("{userId}", USER)
                .replace("{name}", "locked")
                .replaceAll("\\{\\w+}", THING);
    }

    private static byte[] body(ApiOperation operation) {
        if (operation.bodyType().isEmpty()) {
            return new byte[0];
        }
        String ending = operation.bodyType().equals("application/json") ? "json" : "ndjson";
        String name = "/openapi/examples/" + operation.id() + ".request." + ending;
        try (InputStream example = ValidCalls.class.getResourceAsStream(name)) {
            return example == null ? "{}".getBytes(StandardCharsets.UTF_8) : example.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
