package dev.lifering.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** "Users", as administrators, resellers and agents see it. */
@QuarkusTest
@ExtendWith(Chromium.class)
@Tag("slow")
class UsersStoryTest {
    @Inject
    MovableTime time;

    @Test
    void r1_anAdministratorMailsALinkAndTakesItBack() {
        Tenant acme = Tenant.direct(time);
        Member ada = acme.admin();
        Member linus = acme.user();
        linus.enrolled();
        acme.user();
        try (Visit visit = Visit.by(time).as(ada).opens("#/users")) {
            Locator row = row(visit, linus);
            assertThat(row).containsText("On");
            Look.at(visit.page(), "users");

            row.locator(".ring-button").click();
            visit.sees(linus.email());
            Look.at(visit.page(), "users-send");
            visit.fills("Reason (optional)", "Lost his phone").presses("Email Recovery Link");
            assertThat(row).containsText("Sent");
            assertThat(row).containsText("until");
            Look.at(visit.page(), "users-sent");

            row.getByText("Revoke").click();
            visit.presses("Revoke");
            assertThat(row).not().containsText("Sent");
            row.getByText("History").click();
            visit.sees("Lost his phone").sees("Revoked");
            Look.at(visit.page(), "users-history");
            visit.presses("Close");
        }
    }

    @Test
    void searchFilterAndSortFindPeople() {
        Tenant acme = Tenant.direct(time);
        Member ada = acme.admin();
        Member linus = acme.user();
        linus.enrolled();
        Member grace = acme.user();
        try (Visit visit = Visit.by(time).as(ada).opens("#/users")) {
            assertThat(row(visit, grace)).isVisible();
            visit.page().getByLabel("2FA", exactly()).selectOption("enabled");
            assertThat(row(visit, grace)).hasCount(0);
            assertThat(row(visit, linus)).isVisible();
            visit.page().getByLabel("2FA", exactly()).selectOption("");
            visit.fills("Search by name or address", grace.email());
            assertThat(row(visit, linus)).hasCount(0);
            visit.fills("Search by name or address", "nobody of that name").sees("Nobody found.");
            Look.at(visit.page(), "users-nobody");
            visit.fills("Search by name or address", "");
            assertThat(row(visit, linus)).isVisible();
            visit.page().locator(".sort").nth(2).click();
            visit.page().locator(".sort").nth(2).click();
            assertThat(visit.page().locator("tbody tr").first()).hasAttribute("data-user", linus.id());
        }
    }

    @Test
    void nobodyRecoversHimselfOrSomebodyWithoutASecondFactor() {
        Tenant acme = Tenant.direct(time);
        Member ada = acme.admin();
        ada.enrolled();
        Member linus = acme.user();
        try (Visit visit = Visit.by(time).as(ada).opens("#/users")) {
            row(visit, ada).locator(".ring-button").click();
            visit.sees("Nobody recovers himself.").presses("Close");
            row(visit, linus).locator(".ring-button").click();
            visit.sees("There is nothing to recover").presses("Close");
            visit.sees("Only one administrator can help");
        }
    }

    @Test
    void r2_aResellerMayLookAtACustomerButNotReset() {
        Tenant reseller = Tenant.reseller(time);
        Tenant clinic = Tenant.customerOf(reseller);
        Member eve = clinic.user();
        eve.enrolled();
        Member rita = reseller.resellerAdmin();
        try (Visit visit = Visit.by(time).as(rita).opens("#/users")) {
            visit.fills("Account", clinic.id()).presses("Show its users").sees("You may look, but not reset");
            row(visit, eve).locator(".ring-button").click();
            visit.sees("No recovery link for").sees("contact Support");
            Look.at(visit.page(), "users-reseller-why");
            visit.presses("Close");
            Look.at(visit.page(), "users-reseller");
        }
    }

    @Test
    void anAccountOfSomebodyElseIsNotThere() {
        Tenant other = Tenant.direct(time);
        Member ada = Tenant.direct(time).admin();
        try (Visit visit = Visit.by(time).as(ada).opens("#/users/" + other.id())) {
            visit.sees("There is no such thing here");
            Look.at(visit.page(), "users-problem");
        }
    }

    private static Locator row(Visit visit, Member member) {
        return visit.page().locator("tr[data-user='" + member.id() + "']");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
