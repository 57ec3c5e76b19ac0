package dev.lifering.http.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The schemas say what clients are generated from: what is always there, how long it may be, what it looks like. */
@QuarkusTest
class SchemasTest {
    private JsonNode document = new ObjectMapper().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        document = new ObjectMapper()
                .readTree(RestAssured.get("/q/openapi?format=json").asString());
    }

    @Test
    void exactlyWhatIsNeverNullIsRequired() {
        assertEquals(
                List.of("status", "authenticators", "enrolmentRequired", "reenrolmentRequired", "demands", "blocked"),
                required("SecondFactorView"));
        assertEquals(List.of("items"), required("PageAuditEventView"));
        assertEquals(List.of("name", "kind"), required("AccountRequest"));
        assertEquals(List.of("label"), required("RenameRequest"));
        assertEquals(List.of(), required("EnrolmentRequest"));
    }

    @Test
    void everyRecordOfAResponseHasRequiredMembers() {
        var without = new ArrayList<String>();
        document.at("/components/schemas").properties().forEach(schema -> {
            if (schema.getKey().endsWith("View") && required(schema.getKey()).isEmpty()) {
                without.add(schema.getKey());
            }
        });
        assertEquals(List.of(), without);
    }

    @Test
    void textsHaveTheirLimits() {
        JsonNode label = document.at("/components/schemas/RenameRequest/properties/label");
        assertEquals(1, label.path("minLength").asInt());
        assertEquals(100, label.path("maxLength").asInt());
    }

    @Test
    void patternsAreForTheWholeText() {
        List<JsonNode> patterns = document.findValues("pattern");
        assertFalse(patterns.isEmpty());
        patterns.forEach(pattern -> assertTrue(pattern.asText().matches("\\^.*\\$"), pattern::asText));
    }

    @Test
    void bodyIsRequiredExactlyWhereACallNeedsOne() {
        assertTrue(body("/v1/me/verifications", "post"));
        assertFalse(body("/v1/me/enrolments", "post"));
        assertFalse(body("/v1/me/second-factor", "delete"));
    }

    private boolean body(String path, String method) {
        return document.path("paths")
                .path(path)
                .path(method)
                .path("requestBody")
                .path("required")
                .asBoolean();
    }

    private List<String> required(String schema) {
        JsonNode names = document.at("/components/schemas/" + schema + "/required");
        return StreamSupport.stream(names.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
