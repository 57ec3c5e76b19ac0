package dev.lifering.supportcase;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.OtherSettings;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator of a very small Support can set. */
@QuarkusTest
@TestProfile(OtherSettings.class)
@Tag("slow")
class SupportSettingsTest {
    @Inject
    MovableTime time;

    Mailbox.Post post;

    @Test
    void s2_oneAgentMayDoItAllWhereTheOperatorSaysSoButNotWithoutIdentityChecks() {
        Member bob = Tenant.direct(time).admin();
        bob.enrolled();
        Agent sam = Agent.another();
        String id = sam.opened(bob);
        refused(sam.approve(id), ProblemType.IDENTITY_CHECKS_MISSING);
        sam.check(id, "video_call", true).statusCode(201);
        sam.check(id, "in_person", true).statusCode(201);
        sam.approve(id).statusCode(200).body("approvedBy", is(sam.id()));
        String token = post.of(bob).newest("Your recovery link").token();
        bob.post("/v1/recovery/redemptions", Map.of("token", token)).statusCode(201);
    }
}
