package dev.lifering.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.microsoft.playwright.Locator;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Devices that are trusted, and devices whose clocks are wrong, as their users and those who look after them see it. */
@QuarkusTest
@Tag("slow")
@ExtendWith(Chromium.class)
class DevicesStoryTest {
    private static final String LONG = "W".repeat(100);

    @Inject
    MovableTime time;

    @Test
    void aUserRevokesOneDeviceAndThenAllOfThem() {
        Enrolled linus = trusting(Tenant.direct(time)).user().enrolled();
        trusts(linus, "Firefox");
        trusts(linus, "Tablet");
        trusts(linus, LONG);
        try (Visit visit = Visit.by(time).as(linus.member()).opens("#/security")) {
            visit.sees("Trusted devices").sees(LONG);
            Look.at(visit.page(), "security-devices");
            visit.presses("Revoke the trust in Firefox").sees("The next sign-in on it asks for a code.");
            Look.at(visit.page(), "security-devices-revoke");
            visit.presses("Revoke").sees("“Firefox” is no longer trusted");
            assertThat(devices(visit)).hasCount(2);
            assertThat(visit.page().locator("#devices-title")).isFocused();

            visit.presses("Revoke all");
            visit.page().locator("dialog .danger").click();
            visit.sees("No device is trusted: each sign-in asks for a code.");
            assertThat(devices(visit)).hasCount(0);
            visit.sees("Trust in a device revoked");
        }
        linus.member().get("/v1/me/trusted-devices").body("items", is(empty()));
    }

    @Test
    void anAdministratorRevokesADeviceOfAUser() {
        Tenant acme = trusting(Tenant.direct(time));
        Enrolled linus = acme.user().enrolled();
        trusts(linus, "Firefox");
        String tablet = trusts(linus, "Tablet");
        try (Visit visit = Visit.by(time).as(acme.admin()).opens("#/users")) {
            row(visit, linus).locator("a.name").click();
            visit.sees(linus.member().email()).sees("Firefox");
            Look.at(visit.page(), "user");
            visit.presses("Revoke the trust in Firefox")
                    .presses("Revoke")
                    .sees("“Firefox” is no longer trusted")
                    .presses("Revoke the trust in Tablet");
            // The user is faster, which comes to the same.
            linus.member()
                    .call()
                    .delete("/v1/me/trusted-devices/" + tablet)
                    .then()
                    .statusCode(204);
            visit.presses("Revoke").sees("“Tablet” is no longer trusted").sees("No device is trusted:");
            visit.page().getByText("All users").click();
            assertThat(row(visit, linus)).isVisible();
        }
    }

    @Test
    void r2_aResellerMayLookAtACustomersDevicesButNotRevokeThem() {
        Tenant reseller = Tenant.reseller(time);
        Tenant clinic = trusting(Tenant.customerOf(reseller));
        Enrolled eve = clinic.user().enrolled();
        trusts(eve, "Firefox");
        Member rita = reseller.resellerAdmin();
        String page = "#/user/" + clinic.id() + "/" + eve.member().id();
        try (Visit visit = Visit.by(time).as(rita).opens(page)) {
            visit.sees("Firefox").seesNo("Revoke");
        }
    }

    @Test
    void aClockThatIsWrongIsToldToTheUserAndToWhoeverLooksAfterHim() {
        Tenant acme = Tenant.direct(time);
        Enrolled linus = acme.user().enrolled();
        time.advance(Duration.ofMinutes(5));
        for (int attempt = 1; attempt <= 2; attempt++) {
            time.toNextStep();
            refused(linus.member().verify(linus.app().codeInSteps(-20)), 422, "code-rejected");
        }
        try (Visit visit = Visit.by(time).as(linus.member()).opens("#/security")) {
            visit.sees("Your device’s clock seems 10 minutes behind").sees("Turn on automatic date and time");
            visit.seesNo("Trusted devices");
            Look.at(visit.page(), "security-clock");
            visit.as(acme.admin()).opens("#/users");
            assertThat(row(visit, linus)).containsText("Clock wrong");
            row(visit, linus).locator("a.name").click();
            visit.sees("The clock of Somebody’s device seems 10 minutes behind").sees("No device is trusted:");
            Look.at(visit.page(), "user-clock");
        }
    }

    private static Tenant trusting(Tenant tenant) {
        tenant.policy(Map.of("trustedDeviceLifetime", "P14D"));
        return tenant;
    }

    private static String trusts(Enrolled user, String label) {
        Map<String, ?> wish = Map.of("code", user.app().freshCode(), "trustDevice", Map.of("label", label));
        return user.member()
                .verifiedByService(wish)
                .then()
                .statusCode(200)
                .extract()
                .path("trustedDevice.id");
    }

    private static Locator devices(Visit visit) {
        return visit.page().locator("[data-device]");
    }

    private static Locator row(Visit visit, Enrolled user) {
        return visit.page().locator("tr[data-user='" + user.member().id() + "']");
    }
}
