package dev.lifering.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.problem.ProblemType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The committed document is the one that is served, and says all that a client must know. */
@QuarkusTest
class OpenApiDocumentTest {
    private static final Path COMMITTED = Path.of("docs", "openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private JsonNode document = new ObjectMapper().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        document = new ObjectMapper()
                .readTree(RestAssured.get("/q/openapi?format=json").asString());
    }

    @Test
    void committedDocumentIsCurrent() throws IOException {
        String served =
                RestAssured.given().accept("application/yaml").get("/q/openapi").asString();
        if (Boolean.getBoolean("lifering.openapi.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }
        assertTrue(Files.exists(COMMITTED), "write it with -Dlifering.openapi.update=true");
        assertEquals(Files.readString(COMMITTED), served, "bring it up to date with -Dlifering.openapi.update=true");
    }

    @Test
    void everyOperationDescribesItself() {
        var missing = new ArrayList<String>();
        operations().forEach((name, operation) -> {
            if (operation.path("operationId").asText().isEmpty()) {
                missing.add(name + " has no operationId");
            }
            if (operation.path("summary").asText().isEmpty()) {
                missing.add(name + " has no summary");
            }
            if (!operation.path("description").asText().matches("(?s).+\\n\\nRoles: .+\\.")) {
                missing.add(name + " has no description with roles");
            }
            if (operation.path("tags").isEmpty()) {
                missing.add(name + " has no tag");
            }
        });
        assertEquals(List.of(), missing);
    }

    @Test
    void openCallsThatLookAtATokenSayThatItMayBeLeftOut() {
        Map<String, String> security = operations().values().stream()
                .collect(Collectors.toMap(
                        operation -> operation.path("operationId").asText(),
                        operation -> operation.path("security").toString()));
        assertEquals("[{},{\"bearerAuth\":[]}]", security.get("redeemRecoveryLink"));
        assertEquals("[{},{\"bearerAuth\":[]}]", security.get("cancelSupportCase"));
        assertEquals("[]", security.get("inspectRecoveryLink"));
        assertEquals("[{\"bearerAuth\":[]}]", security.get("listAccountAuditEvents"));
    }

    @Test
    void operationIdsAreUnique() {
        List<String> ids = operations().values().stream()
                .map(operation -> operation.path("operationId").asText())
                .toList();
        assertEquals(ids.size(), Set.copyOf(ids).size(), ids::toString);
    }

    @Test
    void everyBodyHasAnExample() {
        var missing = new ArrayList<String>();
        operations().forEach((name, operation) -> {
            if (lacksExample(operation.path("requestBody").path("content"))) {
                missing.add(name + " has no example of its request");
            }
            JsonNode success = success(operation);
            if (success.isMissingNode()) {
                missing.add(name + " has no success response");
            }
            if (lacksExample(success.path("content"))) {
                missing.add(name + " has no example of its response");
            }
        });
        assertEquals(List.of(), missing);
    }

    @Test
    void everyProblemIsUsed() {
        var used = new TreeSet<String>();
        operations()
                .values()
                .forEach(operation -> operation
                        .path("responses")
                        .forEach(response -> response.at("/content/application~1problem+json/examples")
                                .fieldNames()
                                .forEachRemaining(used::add)));
        // Not the answer of any operation: it is what is said where there is none, or to heads beyond all measure.
        document.at("/components/responses")
                .forEach(response -> response.at("/content/application~1problem+json/examples")
                        .fieldNames()
                        .forEachRemaining(used::add));
        Set<String> unused = Arrays.stream(ProblemType.values())
                .map(ProblemType::slug)
                .filter(slug -> !used.contains(slug))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
    }

    @Test
    void problemExamplesAreWholeDocuments() {
        for (ProblemType type : ProblemType.values()) {
            JsonNode example = document.at("/components/examples/" + type.slug() + "/value");
            assertEquals(type.urn(), example.path("type").asText());
            assertEquals(type.status(), example.path("status").asInt());
            for (String member : new String[] {"title", "detail", "requestId"}) {
                assertTrue(example.path(member).isTextual(), type + " lacks " + member);
            }
        }
    }

    @Test
    void enumsAreWrittenAsTheyTravel() {
        document.findValues("enum")
                .forEach(values ->
                        values.forEach(value -> assertEquals(value.asText().toLowerCase(), value.asText())));
    }

    private Map<String, JsonNode> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> Map.entry(method.getKey() + " " + path.getKey(), method.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static JsonNode success(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(operation.path("none"));
    }

    private static boolean lacksExample(JsonNode content) {
        JsonNode json = content.path("application/json");
        return !json.isMissingNode() && !json.has("example") && !json.has("examples");
    }
}
