package dev.lifering.access;

import static io.restassured.RestAssured.given;

import dev.lifering.testing.ApiOperation;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.restassured.http.ContentType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Accounts in every relation to the account of a token. In each there is a user who is switched off, and a recovery link
 * of his that was revoked: whoever is let in is told so, and changes nothing.
 */
final class Relations {
    private static final String NONE = "-";
    private static final String OWN = "own";
    private static final String NOBODY = "u-nobody-has-this-id";

    /** They would change what the others are asked about, so they get what is not there, or a body that is refused. */
    private static final Set<String> ERASING = Set.of("deleteAccount", "deleteUser");

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final String direct;
    private final String reseller;

    private record Place(String account, String user, String link) {}

    Relations(MovableTime time) {
        Tenant own = Tenant.direct(time);
        Tenant ownReseller = Tenant.reseller(time);
        direct = own.id();
        reseller = ownReseller.id();
        places.put(OWN, place(own));
        places.put("own-reseller", place(ownReseller));
        places.put("customer", place(Tenant.customerOf(ownReseller)));
        places.put("foreign", place(Tenant.direct(time)));
        places.put(
                "unknown",
                new Place("t-nobody-has-this-id", NOBODY, UUID.randomUUID().toString()));
    }

    /** Those that make a difference for an operation. */
    List<String> of(ApiOperation operation) {
        return operation.path().contains("{accountId}") ? List.copyOf(places.keySet()) : List.of(NONE);
    }

    String callersAccount(String relation) {
        return relation.equals(OWN) ? direct : reseller;
    }

    String path(ApiOperation operation, String relation) {
        Place place = places.getOrDefault(relation, places.get(OWN));
        boolean erases = ERASING.contains(operation.id());
        return operation
                .path()
                .replace(
                        "{accountId}",
                        operation.id().equals("deleteAccount") ? "t-nobody-has-this-id" : place.account())
                .replace("{userId}", erases ? NOBODY : place.user())
                .replace("{name}", "locked")
                .replace("{id}", place.link())
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    private static Place place(Tenant tenant) {
        Member user = tenant.user().enrolled().member();
        String path = "/v1/accounts/" + tenant.id() + "/users/" + user.id();
        String admin = Bearer.of("admin-of-" + tenant.id(), "admin")
                .account(tenant.id())
                .token();
        String link = given().auth()
                .oauth2(admin)
                .contentType(ContentType.JSON)
                .post(path + "/recovery-links")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        given().auth()
                .oauth2(admin)
                .delete(path + "/recovery-links/" + link)
                .then()
                .statusCode(204);
        given().auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(Map.of("email", user.email(), "active", false))
                .put(path)
                .then()
                .statusCode(200);
        return new Place(tenant.id(), user.id(), link);
    }
}
