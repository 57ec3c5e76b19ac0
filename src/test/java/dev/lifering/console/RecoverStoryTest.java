package dev.lifering.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Mailbox;
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

/** Where mailed links lead. */
@QuarkusTest
@ExtendWith(Chromium.class)
@Tag("slow")
class RecoverStoryTest {
    @Inject
    MovableTime time;

    Mailbox.Post post;

    @Test
    void r6_aLinkGivesNewCodesAndANewApp_r8_andCanBeUndone() {
        Enrolled linus = Tenant.direct(time).user().enrolled();
        String link = sendLink(linus.member());
        try (Visit visit = Visit.by(time).as(linus.member()).opens(link)) {
            assertThat(visit.page()).hasURL(Visit.base() + "/console/#/recover");
            assertFalse(visit.page().content().contains(link.split("=")[1]), "the page shows the token");
            visit.sees("Your recovery link is ready")
                    .sees("@" + linus.member().tenant().id());
            Look.at(visit.page(), "recover");
            assertEquals("enabled", linus.member().status());

            visit.presses("Use the recovery link").sees("Your new backup codes");
            Look.at(visit.page(), "recover-codes");
            visit.presses("I’ve saved these backup codes").sees("Now set up your app again");
            Look.at(visit.page(), "recover-again");
            visit.presses("Set up an authenticator app")
                    .presses("Scan with the demo phone")
                    .presses("Use the demo phone")
                    .presses("Confirm")
                    .sees("Signing in takes your password and a code.");
            assertEquals("enabled", linus.member().status());

            visit.opens(link).sees("This link was used already");
            Look.at(visit.page(), "recover-used");
        }
        undo(linus);
    }

    private void undo(Enrolled linus) {
        try (Visit visit = Visit.by(time).opens(Mails.link(post.of(linus.member()), "repudiation", 1))) {
            visit.sees("Somebody has reset your second factor.");
            Look.at(visit.page(), "repudiate");
            visit.presses("Undo the reset").sees("The reset is undone");
            Look.at(visit.page(), "repudiate-done");
        }
        linus.member().verify(linus.code(0)).statusCode(200);
    }

    @Test
    void r5_theLinkAsksForTheUsersOwnFirstFactor() {
        Tenant acme = Tenant.direct(time);
        Enrolled linus = acme.user().enrolled();
        Member grace = acme.user();
        String link = sendLink(linus.member());
        try (Visit visit = Visit.by(time).opens(link)) {
            visit.sees("First sign in as the user");
            Look.at(visit.page(), "recover-sign-in");
        }
        try (Visit visit = Visit.by(time).as(grace).opens(link)) {
            visit.presses("Use the recovery link").sees("This link is for somebody else");
            Look.at(visit.page(), "recover-wrong-user");
        }
    }

    @Test
    void r4_everyDeadEndSaysWhatToDo() {
        Tenant acme = Tenant.direct(time);
        Enrolled linus = acme.user().enrolled();
        String older = sendLink(linus.member());
        time.advance(Duration.ofSeconds(61));
        String newer = sendLink(linus.member(), 2);
        try (Visit visit = Visit.by(time).as(linus.member())) {
            visit.opens(older).sees("There is a newer link");
            visit.opens("recover").sees("Please open the link in your mail");
            visit.opens("recover#token=" + "A".repeat(43)).sees("This link is not complete");
            visit.opens(newer).sees("Your recovery link is ready");
            visit.later(Duration.ofMinutes(61)).presses("Use the recovery link").sees("This link has expired");
            visit.opens(newer).sees("This link has expired");
            Look.at(visit.page(), "recover-expired");
        }
    }

    @Test
    void r3_followingTheLinkChangesNothing() {
        Enrolled linus = Tenant.direct(time).user().enrolled();
        String link = sendLink(linus.member());
        try (Visit scanner = Visit.by(time)) {
            scanner.opens(link).opens(link);
        }
        linus.member().verify(linus.code(0)).statusCode(200);
    }

    private String sendLink(Member member) {
        return sendLink(member, 1);
    }

    private String sendLink(Member member, int count) {
        Tenant tenant = member.tenant();
        tenant.admin()
                .post("/v1/accounts/" + tenant.id() + "/users/" + member.id() + "/recovery-links", Map.of())
                .statusCode(202);
        return Mails.link(post.of(member), "token", count);
    }
}
