package dev.lifering.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.SelectOption;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.MovableTime;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo's story, played by its personas as a newcomer would: nothing but clicks, and what the demo phone types. */
@QuarkusTest
@ExtendWith(Chromium.class)
@Tag("slow")
class DemoStoryTest {
    @Inject
    MovableTime time;

    Mailbox.Post post;

    @Test
    void aNewcomerPlaysTheWholeStory() {
        try (Visit visit = Visit.by(time).readsMailsOf(post, "linus@acme.example", "bob@bakery.example")) {
            visit.opens("").sees("Play the whole story");
            Look.at(visit.page(), "demo");
            linusSetsUp(visit);
            adaSendsTheLink(visit);
            linusRecovers(visit);
            ritaIsRefused(visit);
            bobLosesEverything(visit);
            supportHelpsBob(visit);
        }
    }

    private void linusSetsUp(Visit visit) {
        scene(visit, "Be Linus");
        visit.presses("Set up two-factor authentication").sees("Scan this with your app");
        Look.forReadme(visit.page(), "set-up");
        visit.presses("Scan with the demo phone")
                .presses("Use the demo phone")
                .presses("Confirm")
                .sees("Nothing changes until you confirm");
        Look.forReadme(visit.page(), "backup-codes");
        visit.presses("I’ve saved these backup codes").sees("Signing in takes your password and a code.");

        visit.link("Verify").presses("Use the demo phone");
        visit.page().getByLabel("Trust this browser for a while").check();
        visit.presses("Verify").sees("That is you").sees("This browser is trusted");
        visit.link("My security").sees("Browser of the demo");
        visit.presses("Demo phone").sees("Lose it");
        Look.at(visit.page(), "phone");
        visit.presses("Lose it").sees("Nothing here yet.").presses("Demo phone");
    }

    private void adaSendsTheLink(Visit visit) {
        visit.link("Demo");
        scene(visit, "Be Ada");
        Locator row = visit.page().locator("tr[data-user=linus]");
        row.locator(".ring-button").click();
        visit.sees("linus@acme.example");
        Look.forReadme(visit.page(), "users");
        visit.presses("Email Recovery Link");
        assertThat(row).containsText("Sent");
    }

    private void linusRecovers(Visit visit) {
        visit.link("Mails");
        mail(visit, "linus@acme.example");
        Look.at(visit.page(), "mails");
        letterLink(visit).click();
        visit.sees("Your recovery link is ready")
                .presses("Use the recovery link")
                .sees("This link is for somebody else");
        visit.presses("I am not Ada");
        visit.page().locator(".persona", hasText("Linus")).click();
        visit.sees("Linus");
        Look.forReadme(visit.page(), "recover");
        visit.presses("Use the recovery link").presses("I’ve saved these backup codes");
        visit.presses("Set up an authenticator app")
                .presses("Scan with the demo phone")
                .presses("Use the demo phone")
                .presses("Confirm")
                .sees("Signing in takes your password and a code.");
    }

    private void ritaIsRefused(Visit visit) {
        visit.link("Demo");
        scene(visit, "Be Rita");
        visit.sees("You may look, but not reset");
        visit.page().locator("tr[data-user=eve] .ring-button").click();
        visit.sees("No recovery link for Eve").presses("Close");
    }

    private void bobLosesEverything(Visit visit) {
        visit.link("Demo");
        scene(visit, "Be Bob");
        visit.presses("Set up two-factor authentication")
                .presses("Scan with the demo phone")
                .presses("Use the demo phone")
                .presses("Confirm")
                .presses("I’ve saved these backup codes")
                .sees("Signing in takes your password and a code.");
        visit.presses("Ask for help");
        visit.page().locator("dialog .primary").click();
        visit.sees("Please contact Support");
    }

    private void supportHelpsBob(Visit visit) {
        visit.link("Demo");
        scene(visit, "Be Sam");
        visit.presses("Open a case")
                .fills("Account", "bakery")
                .fills("User", "bob")
                .fills("Reason", "Only administrator");
        visit.page().locator("dialog .primary").click();
        visit.sees("Case for bob");
        record(visit, "Call back on a known number", "Call 4711");
        record(visit, "Knows the contract", "Ticket 4712");
        visit.link("Demo");
        scene(visit, "Be Uma");
        visit.page().locator("a.case").first().click();
        visit.presses("Approve");
        visit.page().locator("dialog .primary").click();
        visit.sees("The recovery link is mailed in");
        visit.later(Duration.ofHours(24)).sees("The recovery link was mailed", Duration.ofSeconds(20));
        visit.link("Mails");
        mail(visit, "bob@bakery.example");
    }

    private static void record(Visit visit, String kind, String evidence) {
        visit.presses("Record a check");
        visit.page().locator("dialog [name=method]").selectOption(new SelectOption().setLabel(kind));
        visit.fills("Evidence", evidence).presses("Record").sees(evidence);
    }

    private static void scene(Visit visit, String button) {
        visit.page().locator(".story button", hasText(button)).first().click();
    }

    private static void mail(Visit visit, String address) {
        visit.page().locator("a.mail", hasText(address)).first().click();
    }

    private static Locator letterLink(Visit visit) {
        return visit.page().frameLocator("iframe").locator("a[href*='#token=']").first();
    }

    private static LocatorOptions hasText(String text) {
        return new LocatorOptions().setHasText(text);
    }
}
