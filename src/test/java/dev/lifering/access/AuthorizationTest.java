package dev.lifering.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.ApiOperation;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Wire;
import dev.lifering.testing.Wire.Answer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may call what (design section 3): the table says it for every operation, and an operation without a row fails. */
@QuarkusTest
class AuthorizationTest {
    private static final String UNKNOWN = "t-nobody-has-this-id";
    private static final String FORBIDDEN = "urn:lifering:problem:forbidden";
    private static final String UNAUTHENTICATED = "urn:lifering:problem:unauthenticated";

    @Inject
    MovableTime time;

    private final Wire wire = new Wire();

    /** The account of whoever has this role. */
    private final Map<String, Tenant> accounts = new HashMap<>();

    /** The token of whoever has this role: signing takes time. */
    private final Map<String, String> tokens = new HashMap<>();

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() throws IOException {
        assertEquals(
                ApiOperation.all().stream().map(ApiOperation::id).sorted().toList(),
                List.copyOf(new TreeMap<>(table()).keySet()));
    }

    @Test
    void everyRoleMayCallWhatTheTableSaysAndNothingElse() throws IOException {
        Map<String, Map<String, String>> table = table();
        var wrong = new ArrayList<String>();
        for (ApiOperation operation : ApiOperation.all()) {
            table.getOrDefault(operation.id(), Map.of()).forEach((role, said) -> {
                String answered = answered(operation, role);
                if (!answered.equals(said)) {
                    wrong.add(operation.id() + " answers " + role + ": " + answered);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aResellersTokenHasNoRightsOfAServiceOrOfSupportHoweverItIsSpelled() throws IOException {
        Map<String, Map<String, String>> table = table();
        var wrong = new ArrayList<String>();
        for (String spelling : List.of("reseller", "Reseller", "RESELLER ", " rEsElLeR\t", "ｒｅｓｅｌｌｅｒ")) {
            String token = Bearer.of("u-" + UUID.randomUUID(), "service", "support", spelling)
                    .account(Tenant.reseller(time).id())
                    .token();
            ApiOperation.all().stream()
                    .filter(operation -> isOnlyForServicesOrSupport(table.get(operation.id())))
                    .forEach(operation -> {
                        String type = send(operation, token, UNKNOWN).field("type");
                        if (!FORBIDDEN.equals(type)) {
                            wrong.add(operation.id() + " answers '" + spelling + "': " + type);
                        }
                    });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void rolesGrantInExactSpellingOnly() {
        var wrong = new ArrayList<String>();
        String account = Tenant.direct(time).id();
        String token = Bearer.of(
                        "u-" + UUID.randomUUID(),
                        "User",
                        "ADMIN",
                        "Service",
                        "sUPPORT",
                        "user ",
                        " admin",
                        "ROLE_user",
                        "Reseller")
                .account(account)
                .token();
        for (ApiOperation operation : ApiOperation.all()) {
            String type = send(operation, token, account).field("type");
            if (operation.needsToken() && !FORBIDDEN.equals(type)) {
                wrong.add(operation.id() + ": " + type);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean isOnlyForServicesOrSupport(Map<String, String> row) {
        return row.get("reseller").equals("deny")
                && (row.get("service").equals("allow") || row.get("support").equals("allow"));
    }

    private String answered(ApiOperation operation, String role) {
        if (role.equals("no token")) {
            return verdict(send(operation, "", UNKNOWN), UNAUTHENTICATED);
        }
        Tenant own = accounts.computeIfAbsent(
                role, asked -> asked.equals("reseller") ? Tenant.reseller(time) : Tenant.direct(time));
        String[] roles = role.equals("no role") ? new String[0] : new String[] {role};
        String token = tokens.computeIfAbsent(
                role,
                asked -> Bearer.of("u-" + UUID.randomUUID(), roles)
                        .account(own.id())
                        .token());
        // A service may erase accounts, so that it is given one that is not there.
        String account = role.equals("service") ? UNKNOWN : own.id();
        return verdict(send(operation, token, account), FORBIDDEN);
    }

    /** Denied by this very refusal; whatever else a call without a proper body comes to, it was let in. */
    private static String verdict(Answer answer, String denial) {
        return answer.status() >= 400 && denial.equals(answer.field("type")) ? "deny" : "allow";
    }

    private Answer send(ApiOperation operation, String token, String account) {
        String path = operation
                .path()
                .replace("{accountId}", account)
                .replace("{userId}", "u-nobody")
                .replace("{name}", "locked")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        return wire.send(operation, path, token, "{}");
    }

    private static Map<String, Map<String, String>> table() throws IOException {
        List<String[]> lines;
        try (InputStream file = AuthorizationTest.class.getResourceAsStream("authorization.csv")) {
            lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(","))
                    .toList();
        }
        var table = new LinkedHashMap<String, Map<String, String>>();
        String[] head = lines.get(0);
        for (String[] line : lines.subList(1, lines.size())) {
            assertEquals(head.length, line.length, Arrays.toString(line));
            var row = new LinkedHashMap<String, String>();
            for (int i = 1; i < head.length; i++) {
                row.put(head[i], line[i]);
            }
            table.put(line[0], row);
        }
        return table;
    }
}
