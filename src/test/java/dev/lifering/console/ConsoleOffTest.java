package dev.lifering.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the console is off, nothing of it is there; what only looks like it is not touched. */
class ConsoleOffTest {

    @ParameterizedTest
    @CsvSource({
        "/console, 404",
        "/console/, 404",
        "/console/recover, 404",
        "/console/settings.json, 404",
        "/console/../console/main.js, 404",
        "/consoles, 200",
        "/elsewhere, 200"
    })
    void nothingIsThere(String address, int status) throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx();
        try {
            Router router = Router.router(vertx);
            off().register(router);
            router.errorHandler(
                    404, route -> route.response().setStatusCode(404).end());
            router.route().handler(route -> route.response().end("served"));
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + address));
            assertEquals(
                    status,
                    HttpClient.newHttpClient()
                            .send(request.build(), BodyHandlers.discarding())
                            .statusCode());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static ConsoleFilter off() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(ConsoleConfig.class)
                .withMapping(OidcConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("lifering.console.enabled", "false"), "test", 100))
                .build();
        return new ConsoleFilter(new ConsoleSettings(
                config.getConfigMapping(ConsoleConfig.class), config.getConfigMapping(OidcConfig.class), config));
    }
}
