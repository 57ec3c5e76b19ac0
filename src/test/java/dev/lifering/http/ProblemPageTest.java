package dev.lifering.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.lifering.problem.ProblemType;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemPageTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemIsExplained(ProblemType type) {
        given().get("/problems/" + type.slug())
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("type", equalTo(type.urn()))
                .body("title", equalTo(type.title()))
                .body("status", equalTo(type.status()))
                .body("explanation", equalTo(type.explanation()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, text/html;q=0.5", "application/*"})
    void programsGetJson(String accept) {
        given().header("Accept", accept)
                .get("/problems/locked")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "public, max-age=3600")
                .header("Vary", "Accept");
    }

    @Test
    void browsersGetAPage() throws Exception {
        String page = given().header("Accept", BROWSER)
                .get("/problems/code-rejected")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Cache-Control", "public, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("<html lang=\"en\">"))
                .body(not(containsString("<script")))
                .extract()
                .asString();
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        var policies = given().header("Accept", BROWSER)
                .get("/problems/code-rejected")
                .headers()
                .getValues("Content-Security-Policy");
        Assertions.assertEquals(1, policies.size());
        Assertions.assertTrue(
                policies.get(0)
                        .startsWith("default-src 'none'; style-src 'sha256-"
                                + Base64.getEncoder().encodeToString(hash) + "'"),
                policies.get(0));
    }

    @Test
    void unknownNames() {
        ProblemsOverHttpTest.expectProblem(given().get("/problems/nothing").then(), 404, "not-found");
        ProblemsOverHttpTest.expectProblem(
                given().header("Accept", BROWSER).get("/problems/%3Cb%3E").then(), 404, "not-found");
        ProblemsOverHttpTest.expectProblem(
                given().accept("image/png").get("/problems/locked").then(), 406, "not-acceptable");
    }
}
