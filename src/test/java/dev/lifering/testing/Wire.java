package dev.lifering.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Sends requests as they stand, for tests that send hundreds: paths are not encoded, bodies not looked at. REST Assured
 * takes ten times as long for one of them.
 */
public final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    public record Answer(int status, String contentType, String body) {

        /** A field of an answer in JSON; empty where there is none, or no JSON. */
        public String field(String name) {
            try {
                JsonNode answer = JSON.readTree(body);
                return answer.path(name).asText();
            } catch (IOException noJson) {
                return "";
            }
        }
    }

    /**
     * Calls an operation.
     *
     * @param path with its parameters filled in, and percent-encoded
     * @param token of the caller; empty for none
     * @param body sent where the operation takes one, with the media type that it wants
     */
    public Answer send(ApiOperation operation, String path, String token, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (operation.bodyType().isEmpty()) {
            request.method(operation.method().name(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", operation.bodyType())
                    .method(operation.method().name(), BodyPublishers.ofString(body));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, response.body());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + operation.id() + " at " + path, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
