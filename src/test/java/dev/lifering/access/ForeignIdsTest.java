package dev.lifering.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifering.testing.ApiOperation;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Wire;
import dev.lifering.testing.Wire.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every path that takes an id, with the ids of another tenant's things: whoever has a right to the call, but not to the
 * thing, is answered as if it were not there (rule X3), and nothing is changed.
 */
@QuarkusTest
@Tag("slow")
class ForeignIdsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What may be said to somebody who asks for what is not his; to a reseller, the honest 403 of rule R2 as well. */
    private static final Set<String> STRANGER = Set.of("404 not-found", "403 forbidden");

    private static final Set<String> RESELLER = Set.of("404 not-found", "403 forbidden", "403 reseller-cannot-reset");

    @Inject
    MovableTime time;

    @Inject
    Database database;

    private final Wire wire = new Wire();
    private final List<String> wrong = new ArrayList<>();
    private final List<ApiOperation> known = new ArrayList<>();
    private int asked;

    @Test
    void x3_idsOfAnotherTenantOpenNothing() {
        Things things = Things.of(Tenant.direct(time), database);
        List<String> before = things.rows();
        Enrolled mallory = Tenant.direct(time).admin().enrolled();
        Enrolled rita = Tenant.reseller(time).resellerAdmin().enrolled();
        for (Enrolled stranger : List.of(mallory, rita)) {
            for (String[] roles : rolesOfStrangers(stranger == rita)) {
                walk(things, stranger, roles, STRANGER);
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, things.rows());
        assertTrue(asked > 100, "asked " + asked);
    }

    @Test
    void x3_aResellerChangesNothingOfItsCustomers() {
        Tenant reseller = Tenant.reseller(time);
        Things things = Things.of(Tenant.customerOf(reseller), database);
        List<String> before = things.rows();
        Enrolled rita = reseller.resellerAdmin().enrolled();
        for (String[] roles : rolesOfStrangers(true)) {
            walk(things, rita, roles, RESELLER);
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, things.rows());
    }

    @Test
    void x3_aUserOpensNothingOfAnotherUserOfTheAccount() {
        Tenant tenant = Tenant.direct(time);
        Things things = Things.of(tenant, database);
        Enrolled bob = tenant.user().enrolled();
        List<String> before = things.rows();
        walk(things, bob, new String[] {"user"}, STRANGER);
        assertEquals(List.of(), wrong);
        assertEquals(before, things.rows());
    }

    private List<ApiOperation> operations() {
        if (known.isEmpty()) {
            known.addAll(ApiOperation.all());
        }
        return known;
    }

    /** Support and services are of the platform and see every tenant; not so with a reseller's token. */
    private static List<String[]> rolesOfStrangers(boolean reseller) {
        return reseller
                ? List.of(new String[] {"user", "reseller"}, new String[] {"user", "admin", "reseller"}, new String[] {
                    "user", "admin", "reseller", "support", "service"
                })
                : List.of(new String[] {"user"}, new String[] {"user", "admin"}, new String[] {"admin"});
    }

    private void walk(Things things, Enrolled stranger, String[] roles, Set<String> allowed) {
        String token = Bearer.of(stranger.member().id(), roles)
                .account(stranger.member().tenant().id())
                .token();
        for (ApiOperation operation : operations()) {
            for (String path :
                    things.paths(operation, stranger.member().tenant().id())) {
                Answer answer = wire.send(operation, path, token, body(operation, stranger, things));
                String slug = answer.field("type").replace("urn:lifering:problem:", "");
                String said = answer.status() + " " + slug;
                boolean watching = operation.method().name().equals("GET") && allowed.equals(RESELLER);
                boolean fine = allowed.contains(said) || (watching && answer.status() == 200);
                if (!fine) {
                    wrong.add(String.join("+", roles) + " " + operation.id() + " " + path + ": " + said);
                }
                asked++;
            }
        }
    }

    /** Right, with a right code of the stranger's own, so that nothing but the id is at fault. */
    private static String body(ApiOperation operation, Enrolled stranger, Things things) {
        ObjectNode body = JSON.createObjectNode();
        JsonNode fields = operation.bodySchema().path("properties");
        Map<String, Object> values = new LinkedHashMap<>(
                Map.of("code", stranger.code(9), "label", "Mine", "reason", "x", "evidence", "x", "passed", true));
        values.putAll(Map.of("email", "e@v.il", "name", "x", "kind", "direct", "method", "callback"));
        values.putAll(Map.of("accountId", things.account(), "userId", things.user()));
        values.forEach((name, value) -> {
            if (fields.has(name)) {
                body.set(name, JSON.valueToTree(value));
            }
        });
        return body.toString();
    }

    /** What a tenant has, one of each kind. */
    private record Things(String account, String user, Map<String, List<String>> ids, Database database) {

        static Things of(Tenant tenant, Database database) {
            Enrolled owner = tenant.user().enrolled();
            String path =
                    "/v1/accounts/" + tenant.id() + "/users/" + owner.member().id() + "/recovery-links";
            String link = given().auth()
                    .oauth2(Bearer.of("admin-of-" + tenant.id(), "admin")
                            .account(tenant.id())
                            .token())
                    .contentType(ContentType.JSON)
                    .post(path)
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
            String open = given().auth()
                    .oauth2(Bearer.support())
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "accountId", tenant.id(), "userId", owner.member().id(), "reason", "x"))
                    .post("/v1/support/cases")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            String enrolment = owner.member()
                    .startEnrolment(Map.of("code", owner.code(0)))
                    .statusCode(201)
                    .extract()
                    .path("id");
            return new Things(
                    tenant.id(),
                    owner.member().id(),
                    Map.of(
                            "id", List.of(owner.authenticatorId(), enrolment, link, open),
                            "setId", List.of(owner.setId())),
                    database);
        }

        /** The operation's path with what is there; where it names an account, with the stranger's own as well. */
        List<String> paths(ApiOperation operation, String strangersAccount) {
            if (!operation.path().contains("{") || operation.path().contains("{name}")) {
                return List.of();
            }
            return Stream.of(account, strangersAccount)
                    .filter(each -> each.equals(account) || operation.path().contains("{userId}"))
                    .map(each -> operation.path().replace("{accountId}", each).replace("{userId}", user))
                    .flatMap(path -> ids.get("id").stream().map(id -> path.replace("{id}", id)))
                    .map(path -> path.replace("{setId}", ids.get("setId").get(0)))
                    .distinct()
                    .toList();
        }

        /** All rows that name the tenant, its user or one of its things, but for the audit trail and the work to do. */
        List<String> rows() {
            List<String> all = Stream.concat(
                            Stream.of(account, user), ids.values().stream().flatMap(List::stream))
                    .toList();
            return database
                    .rows(
                            "select relname from pg_class where relkind = 'r' and not relispartition"
                                    + " and relnamespace = current_schema()::regnamespace"
                                    + " and relname not in ('scheduled_tasks', 'mail', 'flyway_schema_history') order by relname")
                    .stream()
                    .map(table -> table.get("relname").toString())
                    .flatMap(table -> all.stream().map(id -> table + " " + rowsWith(table, id)))
                    .collect(Collectors.toList());
        }

        private List<Map<String, Object>> rowsWith(String table, String id) {
            return database.rows(
                    "select whole::text as row from \"" + table
                            + "\" as whole where position(? in whole::text) > 0 order by 1",
                    id);
        }
    }
}
