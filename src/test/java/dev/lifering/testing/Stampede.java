package dev.lifering.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Requests that all start at the same moment, each on its own thread and connection. */
public final class Stampede implements AutoCloseable {
    private final ExecutorService threads;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Stampede(int atMost) {
        threads = Executors.newFixedThreadPool(atMost);
    }

    /** One POST of JSON. */
    public record Post(String token, String path, String body, Map<String, String> headers) {

        public Post(String token, String path, String body) {
            this(token, path, body, Map.of());
        }

        private Call call() {
            return new Call("POST", token, path, body, headers);
        }
    }

    /** One request of JSON by any method. */
    public record Call(String method, String token, String path, String body, Map<String, String> headers) {

        public Call(String method, String token, String path, String body) {
            this(method, token, path, body, Map.of());
        }
    }

    /** What came back. */
    public record Answer(int status, String body) {

        public JsonPath json() {
            return JsonPath.from(body);
        }
    }

    /** Sends all of them at once; gives their statuses in the order of the requests. */
    public List<Integer> run(List<Post> posts) {
        return answers(posts).stream().map(Answer::status).toList();
    }

    /** Sends all of them at once; gives the answers in the order of the requests. */
    public List<Answer> answers(List<Post> posts) {
        return answersTo(posts.stream().map(Post::call).toList());
    }

    /** The same, for requests of any method. */
    public List<Answer> answersTo(List<Call> calls) {
        var ready = new CountDownLatch(calls.size());
        var start = new CountDownLatch(1);
        List<Future<Answer>> running = calls.stream()
                .map(call -> threads.submit(() -> {
                    ready.countDown();
                    start.await();
                    return send(call);
                }))
                .toList();
        try {
            assertTrue(ready.await(1, TimeUnit.MINUTES), "as many threads as requests");
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("a request got no answer", e);
        }
    }

    private Answer send(Call call) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + call.path()))
                .header("Authorization", "Bearer " + call.token())
                .header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        var response = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
