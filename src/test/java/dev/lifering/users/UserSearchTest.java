package dev.lifering.users;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.http.Cursor;
import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding users among many: status, text, pages. */
@QuarkusTest
class UserSearchTest {
    @Inject
    MovableTime time;

    private Tenant tenant;
    private Member ada;

    @BeforeEach
    void account() {
        tenant = Tenant.direct(time);
        ada = tenant.admin();
    }

    @Test
    void section4_statusFilters() {
        var linus = tenant.user().enrolled();
        var mona = tenant.user().enrolled();
        Member touched = tenant.user();
        touched.confirmed();
        mona.member().remove(mona.authenticatorId(), mona.code(0)).statusCode(204);
        assertEquals(List.of(linus.member().id()), ids(Map.of("status", "enabled")));
        assertEquals(List.of(mona.member().id()), ids(Map.of("status", "backup_codes_only")));
        assertEquals(sorted(ada.id(), touched.id()), ids(Map.of("status", "not_enrolled")));
        refused(search(Map.of("status", "ENABLED")), ProblemType.INVALID_REQUEST)
                .body("violations.field", hasItem("status"));
    }

    @Test
    void section4_textIsFoundAnywhereInAddressAndNameInEitherCase() {
        String grace = provision("Grace.Hopper@navy.example", "Amazing Grace");
        String zoe = provision("zoe@acme.example", "ZOË Ångström");
        String nameless = provision("mail.only@acme.example", null);
        String faceless = arriving("No Address");
        assertEquals(List.of(grace), ids(Map.of("q", "hOPPER@NAVY")));
        assertEquals(List.of(grace), ids(Map.of("q", "amazing gr")));
        assertEquals(List.of(zoe), ids(Map.of("q", "zoë ån")));
        assertEquals(List.of(nameless), ids(Map.of("q", "MAIL.")));
        assertEquals(List.of(faceless), ids(Map.of("q", "address")));
        assertEquals(sorted(zoe, nameless), ids(Map.of("q", "@acme.")));
        assertEquals(List.of(), ids(Map.of("q", "nobody")));
    }

    @Test
    void section4_whatWasTypedIsTakenAsItStands() {
        String odd = provision("under_score@acme.example", "100 % \\ 'quoted' \"here\"; --");
        provision("underXscore@acme.example", "1000 percent");
        for (String q : List.of("under_s", "_", "%", "100 %", "\\", "'quoted'", "\"here\"", "; --")) {
            assertEquals(List.of(odd), ids(Map.of("q", q)), q);
        }
        assertEquals(List.of(), ids(Map.of("q", "under%score")));
    }

    @Test
    void section4_filtersNarrowEachOther() {
        Member linus = tenant.user();
        linus.enrolled();
        assertEquals(List.of(linus.id()), ids(Map.of("q", "SOMEBODY", "status", "enabled")));
        assertEquals(List.of(ada.id()), ids(Map.of("q", "SOMEBODY", "status", "not_enrolled")));
    }

    @Test
    void section4_pagesHoldEveryUserOnceInTheOrderOfIds() {
        var all = new TreeSet<>(List.of(ada.id()));
        for (int i = 0; i < 6; i++) {
            all.add(provision("user" + i + "@acme.example", "User " + i));
        }
        assertEquals(List.copyOf(all), pages(3, Map.of()));
        assertEquals(List.copyOf(all), pages(7, Map.of()));
        assertEquals(List.copyOf(all), pages(100, Map.of()));
        all.remove(ada.id());
        assertEquals(List.copyOf(all), pages(2, Map.of("q", "@acme.", "status", "not_enrolled")));
    }

    @Test
    void section4_pagesHaveTwentyFiveUsersUnlessAskedForOthers() {
        for (int i = 0; i < 26; i++) {
            provision("user" + i + "@acme.example", null);
        }
        search(Map.of()).statusCode(200).body("items", hasSize(25));
        search(Map.of("limit", "26")).body("items", hasSize(26));
    }

    @Test
    void x5_whatCannotBeAskedIsRefused() {
        var bad = new ArrayList<Map<String, String>>();
        for (String limit : List.of("0", "-1", "101", "x")) {
            bad.add(Map.of("limit", limit));
        }
        for (String q : List.of(" ", "\u0000", "a\nb", "q".repeat(201))) {
            bad.add(Map.of("q", q));
        }
        for (String cursor : List.of("x", Cursor.of("a", "b"), Cursor.of("\u0000"), Cursor.of("ä"))) {
            bad.add(Map.of("cursor", cursor));
        }
        bad.add(Map.of("status", "locked"));
        bad.forEach(parameters -> refused(search(parameters), ProblemType.INVALID_REQUEST)
                .body("violations.field", hasItem(parameters.keySet().iterator().next())));
        search(Map.of("q", "ü".repeat(200))).statusCode(200);
    }

    private List<String> ids(Map<String, String> parameters) {
        return search(parameters).statusCode(200).extract().path("items.id");
    }

    private ValidatableResponse search(Map<String, String> parameters) {
        return ada.call().queryParams(parameters).get(path()).then();
    }

    /** The ids of all pages of this size. */
    private List<String> pages(int size, Map<String, String> parameters) {
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var request = ada.call().queryParams(parameters).queryParam("limit", size);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get(path()).then().statusCode(200).extract();
            List<String> found = page.path("items.id");
            assertEquals(true, found.size() <= size && !found.isEmpty(), found.toString());
            ids.addAll(found);
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return ids;
    }

    /** Somebody whose token has a name but no address. */
    private String arriving(String name) {
        String id = "u-" + UUID.randomUUID();
        RestAssured.given()
                .auth()
                .oauth2(Bearer.of(id, "user")
                        .account(tenant.id())
                        .claim("name", name)
                        .token())
                .get("/v1/me/second-factor")
                .then()
                .statusCode(200);
        return id;
    }

    private String provision(String email, @Nullable String name) {
        String id = "u-" + UUID.randomUUID();
        var body = new HashMap<>(Map.of("email", email));
        if (name != null) {
            body.put("displayName", name);
        }
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(body)
                .put(path() + "/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private static List<String> sorted(String... ids) {
        return List.copyOf(new TreeSet<>(List.of(ids)));
    }

    private String path() {
        return "/v1/accounts/" + tenant.id() + "/users";
    }
}
