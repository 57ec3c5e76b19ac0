package dev.lifering.supportcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.Database;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Stampede.Post;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule S2 under load: whatever comes at once, one of them wins, and nothing leaves a link behind a stopped case. */
@QuarkusTest
class CaseRacesTest {
    private static final int AT_ONCE = 20;

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    CaseConclusionService conclusions;

    Mailbox.Post post;

    private final Stampede stampede = new Stampede(AT_ONCE);
    private final Agent sam = Agent.another();
    private Member bob;

    @BeforeEach
    void bobIsTheSoleAdministrator() {
        bob = Tenant.direct(time).admin();
        bob.enrolled();
    }

    @AfterEach
    void close() {
        stampede.close();
    }

    @Test
    void s1_ofTwentyParallelOpeningsOneSucceeds() {
        String body = """
                {"accountId": "%s", "userId": "%s", "reason": "Lost phone"}""".formatted(bob.tenant().id(), bob.id());
        expectOne(201, agents(agent -> new Post(agent.token(), Agent.CASES, body)));
        assertEquals(1, database.count("select count(*) from support_case where user_id = ?", bob.id()));
    }

    @Test
    void s2_ofTwentyParallelApprovalsOneSucceeds() {
        String id = sam.openedAndChecked(bob);
        expectOne(200, agents(agent -> new Post(agent.token(), Agent.CASES + "/" + id + "/approval", "{}")));
        assertEquals(
                1,
                database.count(
                        "select count(*) from audit_event where type = 'support_case.approved' and object = ?", id));
    }

    @Test
    void s2_ofTwentyParallelCancellationsOneSucceeds() {
        String id = sam.openedAndChecked(bob);
        String token = "{\"token\": \"%s\"}"
                .formatted(post.of(bob)
                        .newest("Support has opened a recovery case")
                        .token());
        var posts = new ArrayList<>(
                Collections.nCopies(AT_ONCE / 2, new Post(sam.token(), "/v1/support/case-cancellations", token)));
        posts.addAll(Collections.nCopies(
                AT_ONCE / 2, new Post(sam.token(), Agent.CASES + "/" + id + "/cancellation", "{}")));
        expectOne(200, posts);
    }

    @Test
    void s2_anApprovalAndACancellationAtOnceLeaveACancelledCase() {
        for (int i = 0; i < 5; i++) {
            String id = sam.openedAndChecked(bob);
            List<Integer> statuses = stampede.run(List.of(
                    new Post(Agent.another().token(), Agent.CASES + "/" + id + "/approval", "{}"),
                    new Post(sam.token(), Agent.CASES + "/" + id + "/cancellation", "{}")));
            assertEquals(200, statuses.get(1), statuses.toString());
            assertEquals("cancelled", sam.state(id));
        }
    }

    @Test
    void s2_aCancellationAtTheEndOfTheWaitingTimeLeavesNoLinkThatWorks() {
        for (int i = 0; i < 5; i++) {
            String id = sam.openedAndChecked(bob);
            Agent.another().approve(id).statusCode(200);
            database.update("update support_case set link_at = approved_at where id = ?", UUID.fromString(id));
            var cancellation = new Post(sam.token(), Agent.CASES + "/" + id + "/cancellation", "{}");
            CompletableFuture<List<Integer>> cancelled =
                    CompletableFuture.supplyAsync(() -> stampede.run(List.of(cancellation)));
            conclusions.conclude(UUID.fromString(id));
            assertEquals(List.of(200), cancelled.join());
            assertEquals("cancelled", sam.state(id));
            assertEquals(
                    0,
                    database.count(
                            "select count(*) from recovery_link where user_id = ? and ended_as is null", bob.id()));
        }
    }

    @Test
    void s2_whenSeveralReplicasEndTheWaitingTimeOneLinkIsMailed() {
        String id = sam.openedAndChecked(bob);
        Agent.another().approve(id).statusCode(200);
        database.update("update support_case set link_at = approved_at where id = ?", UUID.fromString(id));
        List<CompletableFuture<Void>> replicas = IntStream.range(0, 4)
                .mapToObj(replica -> CompletableFuture.runAsync(() -> conclusions.conclude(UUID.fromString(id))))
                .toList();
        replicas.forEach(CompletableFuture::join);
        assertEquals("link_sent", sam.state(id));
        assertEquals(1, database.count("select count(*) from recovery_link where user_id = ?", bob.id()));
    }

    private void expectOne(int success, List<Post> posts) {
        List<Integer> statuses = stampede.run(posts);
        assertEquals(1, Collections.frequency(statuses, success), statuses.toString());
        assertEquals(posts.size() - 1, Collections.frequency(statuses, 409), statuses.toString());
        assertTrue(posts.size() > 1);
    }

    private static List<Post> agents(Function<Agent, Post> post) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(index -> post.apply(Agent.another()))
                .toList();
    }
}
