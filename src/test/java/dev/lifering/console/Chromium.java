package dev.lifering.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The browser on this machine, started once for all tests. It is named by the system property {@code lifering.chromium},
 * or found on the PATH; tests are skipped where there is none, unless {@code lifering.chromium.required} is true.
 */
final class Chromium implements BeforeAllCallback {
    /** A browser without background traffic of its own, that may run as root. */
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        Path binary = find().orElseGet(Chromium::missing);
        if (browser == null) {
            start(binary);
            Store ofAllTests = context.getRoot().getStore(Namespace.create(Chromium.class));
            ofAllTests.put("browser", (CloseableResource) Chromium::stop);
        }
    }

    static Browser browser() {
        return Objects.requireNonNull(browser, "the test lacks @ExtendWith(Chromium.class)");
    }

    private static void start(Path binary) {
        // Playwright would otherwise download a browser of its own.
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        playwright = Playwright.create(options);
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(binary)
                        .setHeadless(true)
                        .setArgs(QUIET));
    }

    private static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        playwright = null;
        browser = null;
    }

    private static Optional<Path> find() {
        String named = System.getProperty("lifering.chromium");
        Stream<Path> candidates = named != null
                ? Stream.of(Path.of(named))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .flatMap(folder -> Stream.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser")));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    private static Path missing() {
        String message =
                "No Chromium to test the console with: install Debian's package chromium, or name the binary with"
                        + " -Dlifering.chromium=…";
        if (Boolean.getBoolean("lifering.chromium.required")) {
            throw new AssertionError(message);
        }
        System.err.println("[console] tests in the browser are SKIPPED. " + message);
        return Assumptions.abort(message);
    }
}
