package dev.lifering.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two replicas on one database are as strict as one. */
@Tag("slow")
class ReplicasIT {
    private static Installation installation;
    private static List<Replica> replicas = List.of();

    @BeforeAll
    static void start() {
        installation = new Installation();
        replicas = List.of(Replica.start(installation.settings()), Replica.start(installation.settings()));
    }

    @AfterAll
    static void stop() throws Exception {
        replicas.forEach(Replica::close);
        installation.close();
    }

    @Test
    void v3_replicasShareTheLockout() {
        Subscriber user = Subscriber.enrol(installation, replicas.get(0));
        Map<Integer, Long> answers = atOnce(200, user, attempt -> "%08d".formatted(attempt));
        assertEquals(5, answers.get(422), answers::toString);
        assertEquals(195, answers.get(429), answers::toString);
        assertEquals(2, answers.size(), answers::toString);
        assertEquals(429, user.verify(replicas.get(1), user.nextCode()).statusCode());
    }

    @Test
    void b3_replicasSpendACodeOnce() {
        Subscriber user = Subscriber.enrol(installation, replicas.get(1));
        Map<Integer, Long> answers = atOnce(50, user, attempt -> user.codes().get(0));
        assertEquals(1, answers.get(200), answers::toString);
        assertTrue(answers.keySet().stream()
                .allMatch(status -> List.of(200, 422, 429).contains(status)));
    }

    @Test
    void v2_replicasBurnAStepOnce() {
        Subscriber user = Subscriber.enrol(installation, replicas.get(0));
        String code = user.nextCode();
        Map<Integer, Long> answers = atOnce(50, user, attempt -> code);
        assertEquals(1, answers.get(200), answers::toString);
    }

    /** How often each status was answered to so many verifications at once, on the replicas in turn. */
    private static Map<Integer, Long> atOnce(int count, Subscriber user, IntFunction<String> code) {
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int attempt = 0; attempt < count; attempt++) {
            var request = replicas.get(attempt % replicas.size())
                    .request(
                            user.serviceToken(), "POST", user.verificationPath(), Subscriber.body(code.apply(attempt)));
            calls.add(client.sendAsync(request, BodyHandlers.ofString()));
        }
        return calls.stream()
                .map(call -> call.join().statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    }
}
