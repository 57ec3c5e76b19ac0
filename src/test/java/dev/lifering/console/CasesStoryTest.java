package dev.lifering.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** "Support cases", for somebody whom no administrator can help. */
@QuarkusTest
@ExtendWith(Chromium.class)
@Tag("slow")
class CasesStoryTest {
    @Inject
    MovableTime time;

    Mailbox.Post post;

    @Test
    void s2_theSoleAdministratorGetsALinkThroughTwoAgents() {
        Enrolled bob = Tenant.direct(time).admin().enrolled();
        try (Visit visit = Visit.by(time).as(agent("sam")).opens("#/cases")) {
            open(visit, bob.member());
            record(visit, "Call back on a known number", "Call 4711");
            Look.at(visit.page(), "case-open");
            record(visit, "Knows the contract", "Ticket 4712");
            visit.sees("Another agent must approve");
            visit.presses("Approve");
            visit.page().locator("dialog .primary").click();
            visit.sees("Another agent must approve").presses("Cancel");

            String address = visit.page().url().replaceAll(".*/console/", "");
            visit.as(agent("uma")).opens(address).sees("so you may approve it").presses("Approve");
            Look.at(visit.page(), "case-approve");
            visit.page().locator("dialog .primary").click();
            visit.sees("The recovery link is mailed in").sees("23:59:");
            Look.at(visit.page(), "case-waiting");
            visit.opens("#/cases").sees("Approved, waiting");
            Look.at(visit.page(), "cases");
        }
        try (Visit visit = Visit.by(time).opens(Mails.link(post.of(bob.member()), "cancellation", 2))) {
            visit.sees("Support has been asked to help");
            Look.at(visit.page(), "cancel-case");
            visit.presses("Stop the case").sees("Nothing was reset.");
        }
    }

    @Test
    void s1_aCaseIsRefusedWhileAnAdministratorCanHelp() {
        Tenant acme = Tenant.direct(time);
        acme.admin().enrolled();
        Enrolled bob = acme.admin().enrolled();
        try (Visit visit = Visit.by(time).as(agent("sam")).opens("#/cases")) {
            fill(visit, bob.member());
            visit.page().locator("dialog .primary").click();
            visit.sees("An administrator of the account can help");
            Look.at(visit.page(), "case-refused");
            visit.presses("Cancel");
        }
    }

    @Test
    void s2_anAgentMayStopACase() {
        Enrolled bob = Tenant.direct(time).admin().enrolled();
        try (Visit visit = Visit.by(time).as(agent("sam")).opens("#/cases")) {
            open(visit, bob.member());
            visit.presses("Stop the case").fills("Why", "He has found his phone");
            visit.page().locator("dialog .danger").click();
            visit.sees("The case was stopped").sees("He has found his phone");
            assertThat(visit.button("Stop the case")).hasCount(0);
            visit.later(Duration.ofHours(1));
        }
    }

    @Test
    void s3_aResellerIsOfferedNoCases() {
        Bearer odd = Bearer.of("r-" + UUID.randomUUID(), "support", "reseller");
        try (Visit visit = Visit.by(time).as(odd).opens("#/cases")) {
            visit.sees("This page is not for your role.");
        }
    }

    private static void open(Visit visit, Member bob) {
        fill(visit, bob);
        visit.page().locator("dialog .primary").click();
        visit.sees("Case for " + bob.id());
    }

    private static void fill(Visit visit, Member bob) {
        visit.presses("Open a case")
                .fills("Account", bob.tenant().id())
                .fills("User", bob.id())
                .fills("Reason", "Only administrator, phone lost, rang us");
    }

    private static void record(Visit visit, String kind, String evidence) {
        visit.presses("Record a check");
        visit.page().locator("dialog [name=method]").selectOption(new SelectOption().setLabel(kind));
        visit.fills("Evidence", evidence).presses("Record").sees(evidence);
    }

    private static Bearer agent(String name) {
        return Bearer.of(name + "-" + UUID.randomUUID(), "support").claim("name", name);
    }
}
