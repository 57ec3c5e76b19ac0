package dev.lifering.verification;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens when many codes of one user arrive at once. */
@QuarkusTest
class LockoutRaceTest {
    private static final int AT_ONCE = 140; // fewer than a replica takes on at once

    @TestHTTPResource
    URI address;

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AuditTable trail;

    @Test
    void v3_ofManyWrongCodesAtOnceOnlyTheAllowedNumberIsLookedAt() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        int before = trail.of(ada.member().tenant()).size();
        Map<Integer, Long> answers = statuses(ada, ada.app().wrongCode());
        assertEquals(Map.of(422, 5L, 429, AT_ONCE - 5L), answers);
        var left = trail.of(ada.member().tenant());
        Map<String, Long> told =
                left.subList(before, left.size()).stream().collect(groupingBy(AuditTable.Event::told, counting()));
        assertEquals(Map.of("verification REJECTED", 5L, "verification LOCKED", AT_ONCE - 5L, "lockout", 1L), told);
        assertEquals(
                5L,
                database.count(
                        "select failed_attempts from second_factor where user_id = ?",
                        ada.member().id()));
    }

    @Test
    void v2_ofManyRequestsWithOneRightCodeExactlyOneSucceeds() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Map<Integer, Long> answers = statuses(ada, ada.app().freshCode());
        assertEquals(Map.of(200, 1L, 422, 5L, 429, AT_ONCE - 6L), answers);
    }

    private Map<Integer, Long> statuses(Enrolled who, String code) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(
                        address.resolve("/v1/users/" + who.member().id() + "/verifications"))
                .header("Authorization", "Bearer " + Bearer.service())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"code\":\"" + code + "\"}"))
                .build();
        List<CompletableFuture<HttpResponse<Void>>> sent = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> client.sendAsync(request, BodyHandlers.discarding()))
                .toList();
        return sent.stream().map(CompletableFuture::join).collect(groupingBy(HttpResponse::statusCode, counting()));
    }
}
