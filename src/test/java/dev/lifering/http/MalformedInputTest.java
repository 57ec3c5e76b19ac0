package dev.lifering.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifering.problem.ProblemType;
import dev.lifering.testing.ApiOperation;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.LogCapture;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Wire;
import dev.lifering.testing.Wire.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever stands in whichever field of whichever operation: a problem of the caller's, and nothing that calls an operator. */
@QuarkusTest
@Tag("slow")
class MalformedInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NDJSON = "application/x-ndjson";

    private static final Set<String> STABLE =
            Arrays.stream(ProblemType.values()).map(ProblemType::urn).collect(Collectors.toSet());

    @Inject
    MovableTime time;

    /** Signing takes time. */
    private static final Map<String, String> TOKENS = new HashMap<>();

    private final Wire wire = new Wire();
    private LogCapture errors;
    private final List<String> wrong = new ArrayList<>();
    private int sent;

    @BeforeEach
    void listen() {
        errors = LogCapture.ofErrors();
    }

    @AfterEach
    void nothingCallsAnOperator() {
        errors.close();
        assertEquals(List.of(), errors.lines());
        assertEquals(List.of(), wrong);
    }

    @Test
    void noFieldOfAnyBodyCanBeMadeToFail() {
        Tenant tenant = Tenant.direct(time);
        for (ApiOperation operation : ApiOperation.all()) {
            if (operation.bodyType().equals("application/json")) {
                JsonNode schema = operation.bodySchema();
                schema.path("properties").fieldNames().forEachRemaining(field -> {
                    OddValues.NEVER.stream()
                            .filter(value -> !isObjectWithoutMust(operation, field, value))
                            .forEach(value -> expect400(operation, field, value, tenant));
                    OddValues.PERHAPS.forEach(value -> expectNo500(operation, field, value, tenant));
                });
                schema.path("required").forEach(field -> expect400(operation, field.asText(), "null", tenant));
            }
        }
        assertTrue(sent > 500, "sent " + sent);
    }

    /** The one odd value that an object may have, where nothing in it is required. */
    private static boolean isObjectWithoutMust(ApiOperation operation, String field, String value) {
        JsonNode schema =
                operation.resolved(operation.bodySchema().path("properties").path(field));
        return value.equals("{}") && schema.path("type").asText().equals("object") && !schema.has("required");
    }

    @Test
    void numbersKeepTheirLimits() {
        Tenant tenant = Tenant.direct(time);
        for (ApiOperation operation : ApiOperation.all()) {
            operation.bodySchema().path("properties").properties().forEach(field -> {
                JsonNode schema = operation.resolved(field.getValue());
                if (schema.has("minimum")) {
                    expect400(
                            operation,
                            field.getKey(),
                            "" + (schema.get("minimum").asLong() - 1),
                            tenant);
                }
                if (schema.has("maximum")) {
                    expect400(
                            operation,
                            field.getKey(),
                            "" + (schema.get("maximum").asLong() + 1),
                            tenant);
                }
            });
        }
        assertTrue(sent > 5, "sent " + sent);
    }

    @Test
    void noParameterOfAnyOperationCanBeMadeToFail() {
        Tenant tenant = Tenant.direct(time);
        for (ApiOperation operation : ApiOperation.all()) {
            for (String value : OddValues.PARAMETERS) {
                operation.parameters("path").forEach(parameter -> {
                    String name = "{" + parameter.path("name").asText() + "}";
                    String path = path(operation.path().replace(name, value), tenant);
                    look(operation.id() + name, value, send(operation, path, "{}"));
                });
                operation.parameters("query").forEach(parameter -> {
                    String query = "?" + parameter.path("name").asText() + "=" + value;
                    look(operation.id() + query, value, send(operation, path(operation.path(), tenant) + query, "{}"));
                });
            }
        }
        assertTrue(sent > 300, "sent " + sent);
    }

    @Test
    void aLineOfAnImportIsRefusedByItself() {
        Tenant tenant = Tenant.direct(time);
        for (ApiOperation operation : ApiOperation.all()) {
            if (operation.bodyType().equals(NDJSON)) {
                var lines = new ArrayList<String>();
                operation
                        .bodySchema()
                        .path("properties")
                        .fieldNames()
                        .forEachRemaining(field ->
                                OddValues.NEVER.forEach(value -> lines.add(mutated(operation, field, value, tenant))));
                lines.addAll(List.of("[]", "1", "\"x\"", "{", "null", "}{", "\u0000"));
                Answer report = send(operation, path(operation.path(), tenant), String.join("\n", lines));
                assertEquals(200, report.status());
                List<String> told = report.body().lines().toList();
                assertEquals(lines.size(), told.size());
                for (int i = 0; i < told.size(); i++) {
                    String type = JsonPath.from(told.get(i)).get("problem.type");
                    if (!STABLE.contains(String.valueOf(type))) {
                        wrong.add(lines.get(i) + " -> " + told.get(i));
                    }
                }
            }
        }
    }

    private void expect400(ApiOperation operation, String field, String value, Tenant tenant) {
        String body = mutated(operation, field, value, tenant);
        Answer answer = send(operation, path(operation.path(), tenant), body);
        look(operation.id(), body, answer);
        if (answer.status() != 400) {
            wrong.add(operation.id() + " " + shortened(body) + " -> " + answer.status());
        }
    }

    private void expectNo500(ApiOperation operation, String field, String value, Tenant tenant) {
        String body = mutated(operation, field, value, tenant);
        look(operation.id(), body, send(operation, path(operation.path(), tenant), body));
    }

    private void look(String what, String input, Answer answer) {
        sent++;
        if (answer.status() >= 500) {
            wrong.add(what + " " + shortened(input) + " -> " + answer.status());
        } else if (answer.status() >= 400
                && !(answer.contentType().startsWith("application/problem+json")
                        && STABLE.contains(answer.field("type")))) {
            wrong.add(what + " " + shortened(input) + " -> no problem of ours: " + answer.body());
        }
    }

    /** A body that is right but for one field; written by hand, for it may be no JSON at all. */
    private static String mutated(ApiOperation operation, String field, String value, Tenant tenant) {
        ObjectNode body = JSON.createObjectNode();
        JsonNode schema = operation.bodySchema();
        schema.path("required").forEach(name -> body.put(name.asText(), valid(name.asText(), operation)));
        body.put(field, "__MUTATED__");
        return body.toString().replace("\"__MUTATED__\"", value);
    }

    private static String valid(String field, ApiOperation operation) {
        return Map.of("kind", "direct", "email", "ada@acme.example", "code", "123456")
                .getOrDefault(field, "u-" + operation.id());
    }

    private static String path(String template, Tenant tenant) {
        return template.replace(
                        "{accountId}",
                        template.matches(".*/accounts/\\{accountId}") ? "t-" + UUID.randomUUID() : tenant.id())
                .replace("{userId}", "u-" + UUID.randomUUID())
                .replace("{name}", "locked")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    private Answer send(ApiOperation operation, String path, String body) {
        String description = operation.operation().path("description").asText();
        String role = Stream.of("service", "admin", "support")
                .filter(candidate -> description.contains("`" + candidate + "`"))
                .findFirst()
                .orElse("admin");
        String account = path.startsWith("/v1/accounts/") ? path.split("[/?]")[3] : "acme";
        String token = TOKENS.computeIfAbsent(
                role + " of " + account,
                who -> Bearer.of("tester", role).account(account).token());
        return wire.send(operation, path, token, body);
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
