package dev.lifering.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Mailbox.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers for the demo's captured mails with what the tests' mail server has taken. */
final class DemoMails {
    private static final Map<String, String> AS_THE_DEMO =
            Map.of("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");

    private final ObjectMapper json = new ObjectMapper();
    private final Mailbox.Post post;
    private final List<String> addresses;

    DemoMails(Mailbox.Post post, List<String> addresses) {
        this.post = post;
        this.addresses = addresses;
    }

    /** Whether it is a link in a mail, which names the port of a demo and not that of the test. */
    static boolean isLink(String url) {
        return url.matches("http://localhost:\\d+/console/recover.*") && !url.startsWith(Visit.base());
    }

    void serve(BrowserContext context) {
        context.route(
                "**/demo/mails",
                route -> route.fulfill(
                        new FulfillOptions().setContentType("application/json").setBody(list())));
        context.route("**/demo/mails/*", this::one);
        context.route(
                DemoMails::isLink,
                route -> route.fulfill(new FulfillOptions()
                        .setStatus(302)
                        .setHeaders(Map.of("Location", Visit.base() + "/console/recover"))));
    }

    private void one(Route route) {
        String id = route.request().url().replaceAll(".*/", "");
        Letter letter = addresses.stream()
                .flatMap(address -> post.of(address).letters().stream())
                .filter(each -> idOf(each).equals(id))
                .findFirst()
                .orElseThrow();
        route.fulfill(new FulfillOptions()
                .setContentType("text/html;charset=UTF-8")
                .setHeaders(AS_THE_DEMO)
                .setBody(letter.html()));
    }

    private String list() {
        var newestFirst = new ArrayList<Map<String, String>>();
        addresses.forEach(address ->
                post.of(address).letters().forEach(letter -> newestFirst.add(0, view(address, letter))));
        try {
            return json.writeValueAsString(newestFirst);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> view(String address, Letter letter) {
        return Map.of(
                "id", idOf(letter),
                "to", address,
                "subject", letter.subject(),
                "sentAt", Instant.now().toString(),
                "text", letter.text());
    }

    private static String idOf(Letter letter) {
        return UUID.nameUUIDFromBytes(letter.messageId().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
