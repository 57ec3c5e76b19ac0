package dev.lifering.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Sends requests, all of a list at the same time. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** One request; without a method there is nothing to send. */
    record Request(String method, String path, String token, Map<String, ?> body) {
        static final Request NONE = new Request("", "", "", Map.of());

        static Request get(String path, String token) {
            return new Request("GET", path, token, Map.of());
        }

        static Request post(String path, String token, Map<String, ?> body) {
            return new Request("POST", path, token, body);
        }

        static Request delete(String path, String token, Map<String, ?> body) {
            return new Request("DELETE", path, token, body);
        }
    }

    /** What came back; 0 when nothing was sent. */
    record Response(int status, JsonNode body) {}

    List<Response> send(List<Request> requests) {
        List<CompletableFuture<Response>> sent =
                requests.stream().map(this::send).toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Response> send(Request request) {
        if (request.method().isEmpty()) {
            return CompletableFuture.completedFuture(new Response(0, MissingNode.getInstance()));
        }
        try {
            var builder = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + request.path()))
                    .header("Authorization", "Bearer " + request.token());
            if (request.method().equals("POST") || !request.body().isEmpty()) {
                builder.header("Content-Type", "application/json")
                        .method(request.method(), BodyPublishers.ofString(JSON.writeValueAsString(request.body())));
            } else {
                builder.method(request.method(), BodyPublishers.noBody());
            }
            return http.sendAsync(builder.build(), BodyHandlers.ofString()).thenApply(Client::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response read(HttpResponse<String> response) {
        try {
            return new Response(
                    response.statusCode(),
                    response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
