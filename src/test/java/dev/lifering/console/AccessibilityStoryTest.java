package dev.lifering.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Without a mouse, without a connection, on paper, in another language. */
@QuarkusTest
@ExtendWith(Chromium.class)
@Tag("slow")
class AccessibilityStoryTest {
    @Inject
    MovableTime time;

    @Test
    void setsUpByKeyboardAlone() {
        Member linus = Tenant.direct(time).user();
        try (Visit visit = Visit.by(time).as(linus).opens("#/security").sees("Two-factor authentication is off")) {
            Page page = visit.page();
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).isFocused();
            tabTo(page, "Set up two-factor authentication");
            assertThat(page.locator("h1")).isFocused();
            tabTo(page, "Scan with the demo phone");
            assertThat(page.locator("#code")).isFocused();
            tabTo(page, "Use the demo phone");
            assertThat(page.locator("#code")).not().hasValue("");
            page.keyboard().press("Enter");
            assertThat(page.locator("#codes-title")).isFocused();
            tabTo(page, "I’ve saved these backup codes");
            visit.sees("Signing in takes your password and a code.");
            assertThat(page.locator("h1")).isFocused();
        }
    }

    @Test
    void dialogsKeepTheFocusAndGiveItBack() {
        Enrolled linus = Tenant.direct(time).user().enrolled();
        try (Visit visit = Visit.by(time).as(linus.member()).opens("#/security")) {
            visit.button("Make new codes").focus();
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().locator("#code")).isFocused();
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().locator("#code")).hasAttribute("aria-invalid", "true");
            visit.page().keyboard().press("Escape");
            assertThat(visit.page().locator("dialog")).hasCount(0);
            assertThat(visit.button("Make new codes")).isFocused();
        }
    }

    @Test
    void tellsWhenItIsOffline() {
        Member linus = Tenant.direct(time).user();
        try (Visit visit = Visit.by(time).as(linus).opens("#/security").sees("Two-factor authentication is off")) {
            visit.context().setOffline(true);
            visit.sees("You are offline.")
                    .presses("Set up two-factor authentication")
                    .sees("Lifering cannot be reached");
            Look.at(visit.page(), "offline");
            visit.context().setOffline(false);
            visit.seesNo("You are offline.");
            visit.expectsTroubles();
        }
    }

    @Test
    void printsTheCodesAndNothingElse() {
        Member linus = Tenant.direct(time).user();
        try (Visit visit = Visit.by(time).as(linus, "Linus").opens("#/security")) {
            visit.presses("Set up two-factor authentication")
                    .presses("Scan with the demo phone")
                    .presses("Use the demo phone")
                    .presses("Confirm")
                    .sees("Nothing changes until you confirm");
            visit.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            Look.picture(visit.page(), "set-up-codes-printed");
            String paper = visit.page().locator("body").innerText();
            assertTrue(paper.contains("Linus"), paper);
            assertTrue(paper.contains("LR-"), paper);
            assertTrue(paper.contains("Each code works once."), paper);
            assertTrue(!paper.contains("My security") && !paper.contains("saved these"), paper);
        }
    }

    @Test
    void speaksTheBrowsersLanguageOrTheOneThatIsChosen() {
        Enrolled linus = Tenant.direct(time).user().enrolled();
        try (Visit visit =
                Visit.in("de-AT", time).as(linus.member()).opens("#/security").sees("Meine Sicherheit")) {
            Look.at(visit.page(), "security-german");
            for (String language : new String[] {"fr", "es", "ja"}) {
                visit.page().locator(".language").selectOption(language);
                assertThat(visit.page().locator("html")).hasAttribute("lang", language);
                Look.at(visit.page(), "security-" + language);
            }
            assertThat(visit.page().locator("h1")).hasText("セキュリティ");
            visit.opens("#/verify");
            assertEquals("ja", visit.page().locator("html").getAttribute("lang"));
        }
    }

    private static void tabTo(Page page, String name) {
        for (int presses = 0; presses < 30; presses++) {
            page.keyboard().press("Tab");
            if (name.equals(page.evaluate("document.activeElement.textContent.trim()"))) {
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("cannot reach " + name + " by keyboard");
    }
}
