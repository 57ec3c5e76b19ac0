package dev.lifering.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person at the console, with a browser of his own whose clock is the test's. Whatever goes wrong behind the page is
 * noted, and must be nothing at the end.
 */
final class Visit implements AutoCloseable {
    private static final String CLOCK_AND_POLICE = """
            { const now = Date.now; window.ahead = %d; Date.now = () => now() + window.ahead; }
            addEventListener('securitypolicyviolation', (event) =>
              console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
            """;

    private final MovableTime time;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private @Nullable String token;

    private Visit(MovableTime time, String language) {
        this.time = time;
        context = Chromium.browser()
                .newContext(new NewContextOptions()
                        .setLocale(language)
                        .setViewportSize(1280, 800)
                        .setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.setDefaultTimeout(8000);
        context.addInitScript(CLOCK_AND_POLICE.formatted(ahead()));
        context.onPage(this::watch);
        context.route("**/demo/tokens", route -> {
            if (token == null) {
                route.resume();
            } else {
                route.fulfill(new FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"token\":\"%s\",\"persona\":\"linus\"}".formatted(token)));
            }
        });
        page = context.newPage();
    }

    static Visit by(MovableTime time) {
        return new Visit(time, "en-GB");
    }

    static Visit in(String language, MovableTime time) {
        return new Visit(time, language);
    }

    /** Somebody whom a test has made, in the place of a persona: the demo's token call is answered with his token. */
    Visit as(Member member) {
        return as(member, "Robin");
    }

    /** The same, with the name that his identity provider knows. */
    Visit as(Member member, String name) {
        var said = new JsonPath(
                new String(Base64.getUrlDecoder().decode(member.token().split("\\.")[1]), StandardCharsets.UTF_8));
        String[] roles = said.getList("groups", String.class).toArray(String[]::new);
        return as(Bearer.of(member.id(), roles)
                .account(member.tenant().id())
                .claim("name", name)
                .token());
    }

    Visit as(Bearer bearer) {
        return as(bearer.token());
    }

    private Visit as(String token) {
        this.token = token;
        if (page.url().startsWith("http")) {
            page.evaluate("sessionStorage.setItem('lifering.persona', 'linus')");
        } else {
            page.addInitScript("if (location.host) sessionStorage.setItem('lifering.persona', 'linus')");
        }
        return this;
    }

    /** Goes to an address under /console/, with a fresh page. */
    Visit opens(String address) {
        page.navigate("about:blank");
        page.navigate(base() + "/console/" + address);
        heading();
        return this;
    }

    static String base() {
        return "http://localhost:" + RestAssured.port;
    }

    /** Shows these people's mails on the demo's page, which in tests a mail server has taken. */
    Visit readsMailsOf(Mailbox.Post post, String... addresses) {
        new DemoMails(post, List.of(addresses)).serve(context);
        return this;
    }

    /** Follows a link of the navigation. */
    Visit link(String name) {
        page.locator("nav")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Visit presses(String button) {
        button(button).click();
        return this;
    }

    Visit fills(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    Visit sees(String text) {
        return sees(text, Duration.ofSeconds(8));
    }

    Visit sees(String text, Duration patience) {
        assertThat(page.getByText(text).locator("visible=true").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(patience.toMillis()));
        return this;
    }

    Visit seesNo(String text) {
        assertThat(page.getByText(text)).hasCount(0);
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading() {
        Locator heading = page.locator("h1");
        assertThat(heading).isVisible();
        return heading;
    }

    /** Lets time pass, for the service and in the browser. */
    Visit later(Duration span) {
        time.advance(span);
        return synchronised();
    }

    /** Tells the browser what time the service has now. */
    Visit synchronised() {
        page.evaluate("ahead => { window.ahead = ahead }", (double) ahead());
        return this;
    }

    private long ahead() {
        return Duration.between(Instant.now(), time.instant()).toMillis();
    }

    private void watch(Page opened) {
        opened.onPageError(error -> troubles.add("error: " + error));
        opened.onConsoleMessage(message -> {
            // Chromium reports refusals of the API in this way; they are part of the stories.
            boolean refusal =
                    message.location().contains("/v1/") && message.text().contains("status of 4");
            if (!refusal && List.of("error", "warning").contains(message.type())) {
                troubles.add(message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        opened.onRequestFailed(request -> {
            // A window that closes at once has no use for its icon any more.
            if (!request.url().endsWith("/icon.svg")) {
                troubles.add("failed: " + request.url() + " " + request.failure());
            }
        });
        opened.onRequest(request -> {
            boolean ours = request.url().startsWith(base()) || DemoMails.isLink(request.url());
            if (!ours && !request.url().startsWith("data:")) {
                troubles.add("to a stranger: " + request.url());
            }
        });
    }

    void expectsTroubles() {
        troubles.clear();
    }

    /** Ends the visit, in which nothing may have gone wrong. */
    @Override
    public void close() {
        List<String> seen = List.copyOf(troubles);
        // A request that is answered by the test just now would find its browser gone.
        page.navigate("about:blank");
        context.unrouteAll();
        context.close();
        assertEquals(List.of(), seen);
    }
}
