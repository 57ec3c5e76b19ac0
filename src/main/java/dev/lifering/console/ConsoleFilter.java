package dev.lifering.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Stands before the console's files: gives them their headers, leads the addresses that mails name to the one page, and
 * denies everything where the console is off.
 */
@ApplicationScoped
class ConsoleFilter {
    private static final int BEFORE_STATIC_FILES = Integer.MIN_VALUE + 1;
    private static final String HOME = "/console/";
    private static final Set<String> PAGES = Set.of("/console/recover", "/console/users");

    private final ConsoleSettings settings;

    ConsoleFilter(ConsoleSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Router router) {
        boolean enabled = settings.enabled();
        String policy = settings.contentSecurityPolicy();
        router.route("/console*").order(BEFORE_STATIC_FILES).handler(route -> {
            if (!enabled && isOurs(route)) {
                route.fail(404);
            } else {
                pass(route, policy);
            }
        });
    }

    private static void pass(RoutingContext route, String policy) {
        String path = route.normalizedPath();
        if (path.equals("/console")) {
            route.redirect("console/");
        } else if (PAGES.contains(path)) {
            route.reroute(HOME);
        } else {
            if (isOurs(route)) {
                route.response().putHeader("Content-Security-Policy", policy);
                // A new version of Lifering must not meet the modules of the one before.
                route.addHeadersEndHandler(
                        headers -> route.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache"));
            }
            route.next();
        }
    }

    private static boolean isOurs(RoutingContext route) {
        String path = route.normalizedPath();
        return path.equals("/console") || path.startsWith(HOME);
    }
}
