package dev.lifering.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the console's files are served. */
@QuarkusTest
class ConsoleFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/console/", "/console/recover", "/console/users", "/console/main.js", "/console/settings.json"})
    void everythingIsUnderAStrictPolicy(String address) {
        given().get(address)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cache-Control", equalTo("no-cache"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/console/recover", "/console/users"})
    void theAddressesOfMailsAreTheOnePage(String address) {
        given().get(address).then().statusCode(200).contentType("text/html").body(containsString("<lr-console>"));
    }

    @Test
    void theFolderIsRelativeToWhereItIsAsked() {
        given().redirects()
                .follow(false)
                .get("/console")
                .then()
                .statusCode(302)
                .header("Location", equalTo("console/"));
    }

    @Test
    void whatIsNotThereIsAProblem() {
        given().get("/console/nothing.js")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lifering:problem:not-found"));
        given().get("/consoles").then().statusCode(404);
    }

    @Test
    void settingsOfTheDemoHoldNoIdentityProvider() {
        given().get("/console/settings.json")
                .then()
                .statusCode(200)
                .body(allOf(containsString("\"demo\":true"), containsString("\"accountClaim\":\"account_id\"")))
                .body(not(containsString("oidc")));
    }

    @Test
    void thePageHoldsNothingInline() {
        given().get("/console/")
                .then()
                .body(not(containsString("<style")))
                .body(not(containsString(" style=")))
                .body(not(containsString("onload")))
                .body(not(containsString("https:")));
    }
}
