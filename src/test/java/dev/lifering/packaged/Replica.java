package dev.lifering.packaged;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of the packaged application, in a folder of its own. */
public final class Replica implements AutoCloseable {
    private static final Path PACKAGE =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;
    private final URI base;

    private Replica(Process process, Path log, URI base) {
        this.process = process;
        this.log = log;
        this.base = base;
    }

    /** Starts a replica and waits until it is ready. */
    public static Replica start(Map<String, String> settings) {
        Replica replica = launch(settings, List.of());
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(replica::isReadyOrOver);
            if (!replica.process.isAlive()) {
                throw new AssertionError("the application ended while it was starting:\n" + replica.output());
            }
            return replica;
        } catch (Throwable failed) {
            replica.close();
            throw failed;
        }
    }

    /** Starts the application with these settings and arguments, and waits for nothing. */
    static Replica launch(Map<String, String> settings, List<String> arguments) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/packaged")), "replica");
            Path log = folder.resolve("output.log").toAbsolutePath();
            int port = freePort();
            var builder = new ProcessBuilder(command(settings, arguments, port));
            builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
            // Only what the test sets counts, not what the machine happens to have set.
            builder.environment().keySet().removeIf(name -> name.matches("(LIFERING|QUARKUS|MP_JWT|SMALLRYE)_.*"));
            return new Replica(builder.start(), log, URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new AssertionError("the packaged application cannot be started", e);
        }
    }

    /** The exit code, once the process has ended by itself. */
    int exitCode(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + within + ":\n" + output());
        }
        return process.exitValue();
    }

    /** All that it has printed so far. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public URI base() {
        return base;
    }

    /** A call with a JSON body, or without one. */
    HttpRequest request(String token, String method, String path, @Nullable String body) {
        var builder = HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
        if (body == null) {
            return builder.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    HttpResponse<String> send(String token, String method, String path, @Nullable String body) {
        try {
            return HttpClient.newHttpClient().send(request(token, method, path, body), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer; the replica says:\n" + output(), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What {@code jcmd} prints about the process. */
    String diagnosed(String... command) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        words.add(String.valueOf(process.pid()));
        words.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(words).redirectErrorStream(true).start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The process, to be sent signals. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** What a power cut does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReadyOrOver() {
        if (!process.isAlive()) {
            return true;
        }
        try {
            var ready = HttpRequest.newBuilder(base.resolve("/q/health/ready")).build();
            return HttpClient.newHttpClient()
                            .send(ready, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> command(Map<String, String> settings, List<String> arguments, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Optional.ofNullable(System.getProperty("lifering.packaged.java-option")).ifPresent(command::add);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-jar");
        command.add(PACKAGE.toString());
        command.addAll(arguments);
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
