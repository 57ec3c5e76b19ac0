package dev.lifering.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** "My security", clicked through. */
@QuarkusTest
@ExtendWith(Chromium.class)
class MySecurityStoryTest {
    @Inject
    MovableTime time;

    @Test
    void e3_settingUpEndsWithTheWordThatTheCodesAreSaved() throws IOException {
        Member linus = Tenant.direct(time).user();
        try (Visit visit = Visit.by(time).as(linus).opens("#/security")) {
            visit.sees("Two-factor authentication is off");
            Look.at(visit.page(), "security-off");

            visit.presses("Set up two-factor authentication").sees("Scan this with your app");
            Look.at(visit.page(), "set-up-scan");
            visit.presses("Scan with the demo phone").sees("Type the code that the app shows");
            visit.presses("Use the demo phone");
            Look.at(visit.page(), "set-up-code");
            visit.presses("Confirm").sees("Nothing changes until you confirm");
            assertEquals("not_enrolled", linus.status());
            assertEquals(10, visit.page().locator(".code-list code").count());
            Look.at(visit.page(), "set-up-codes");

            List<String> codes = visit.page().locator(".code-list code").allTextContents();
            visit.presses("Copy").sees("Codes copied");
            String copied = (String) visit.page().evaluate("navigator.clipboard.readText()");
            assertTrue(codes.stream().allMatch(copied::contains), copied);
            var download = visit.page().waitForDownload(() -> visit.presses("Download as text"));
            String text = Files.readString(download.path());
            assertTrue(codes.stream().allMatch(text::contains), text);

            visit.presses("I’ve saved these backup codes").sees("Signing in takes your password and a code.");
            assertEquals("enabled", linus.status());
            Look.at(visit.page(), "security-on");
            String kept = (String) visit.page().evaluate("JSON.stringify([sessionStorage, localStorage])");
            assertTrue(codes.stream().noneMatch(kept::contains), "codes are in storage");
        }
    }

    @Test
    void leavingUnsavedCodesWarns() {
        Member linus = Tenant.direct(time).user();
        try (Visit visit = Visit.by(time).as(linus).opens("#/security")) {
            visit.presses("Set up two-factor authentication")
                    .presses("Scan with the demo phone")
                    .presses("Use the demo phone")
                    .presses("Confirm")
                    .sees("Nothing changes until you confirm");

            visit.page().getByText("Verify").first().click();
            visit.sees("Leave without saving the codes?");
            Look.at(visit.page(), "set-up-codes-leave");
            visit.presses("Stay here").sees("Nothing changes until you confirm");
            assertThat(visit.page()).hasURL(Visit.base() + "/console/#/security");

            visit.page().getByText("Verify").first().click();
            visit.presses("Leave").sees("Enter your code");
        }
    }

    @Test
    void v3_wrongCodesAreCountedAndThenLockedWithACountdown() {
        Enrolled linus = Tenant.direct(time).user().enrolled();
        try (Visit visit = Visit.by(time).as(linus.member()).opens("#/verify")) {
            for (int attempt = 1; attempt <= 5; attempt++) {
                visit.fills("Code", linus.app().wrongCode()).presses("Verify").sees("The code is not accepted");
            }
            Look.at(visit.page(), "verify-rejected");
            visit.fills("Code", linus.app().wrongCode()).presses("Verify").sees("Try again in 0:");
            assertThat(visit.button("Verify")).isDisabled();
            Look.at(visit.page(), "verify-locked");
            visit.opens("#/security").sees("Try again in 0:");
        }
    }

    @Test
    void b3_aCodeIsProvedOnceAndTheProofIsShown() {
        Enrolled linus = Tenant.direct(time).user().enrolled();
        try (Visit visit = Visit.by(time).as(linus.member()).opens("#/verify")) {
            visit.fills("Code", linus.code(0).toLowerCase(Locale.ROOT))
                    .presses("Verify")
                    .sees("That is you");
            visit.page().getByText("The signed assertion").click();
            visit.sees("lifering-console");
            Look.at(visit.page(), "verify-proved");
            visit.fills("Code", linus.code(0))
                    .presses("Verify")
                    .sees("The code is not accepted")
                    .sees("4 attempts left.");
            visit.fills("Code", "AAAAA-AAAAA-AAAAB").presses("Verify").sees("The code has a typing error");
        }
    }

    @Test
    void e5_everyChangeAsksForAFreshCode() {
        Enrolled linus = Tenant.direct(time).user().enrolled();
        try (Visit visit = Visit.by(time).as(linus.member()).opens("#/security")) {
            visit.presses("Rename Authenticator app").fills("Name", "My phone");
            Look.at(visit.page(), "security-rename");
            visit.presses("Rename");
            assertThat(visit.page().locator("#code")).isFocused();
            visit.fills("Code", linus.code(0)).presses("Rename").sees("My phone");

            visit.presses("Make new codes").fills("Code", linus.code(1));
            visit.page().locator("dialog").getByText("Make new codes").last().click();
            visit.presses("I’ve saved these backup codes").sees("The new codes are in use");

            String fresh = linus.app().freshCode();
            visit.synchronised().presses("Switch off").fills("Code", fresh);
            visit.page().locator("dialog .danger").click();
            visit.sees("Whoever has your password can sign in as you.");
            assertEquals("not_enrolled", linus.member().status());
        }
    }

    @Test
    void e4_aPolicyMayWantACodeTypedBack() {
        Tenant tenant = Tenant.direct(time);
        tenant.policy(Map.of("acknowledgementProof", true));
        Member linus = tenant.user();
        try (Visit visit = Visit.by(time).as(linus).opens("#/security")) {
            visit.presses("Set up two-factor authentication")
                    .presses("Scan with the demo phone")
                    .presses("Use the demo phone")
                    .presses("Confirm")
                    .presses("I’ve saved these backup codes");
            String code = visit.page().locator(".code-list code").first().textContent();
            visit.fills("Type one of the codes above", code)
                    .presses("I’ve saved these backup codes")
                    .sees("Signing in takes your password and a code.");
        }
    }
}
