package dev.lifering.http.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.http.json.StrictMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** The examples of the document are what the service takes and gives, and tell one story that fits together. */
class ExamplesTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "openapi", "examples");
    private static final Pattern BACKUP_CODE = Pattern.compile("\"([0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5})\"");
    private static final Pattern TIME = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT[^\"]*)\"");
    private static final Pattern ID = Pattern.compile("\"(?:id|setId)\": \"([0-9a-f-]{36})\"");
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final ObjectMapper json = StrictMapper.create();
    private final Map<String, Type> bodies = Operations.bodies();
    private final Map<String, String> examples = read();

    @Test
    void everyBodyHasItsExampleAndEveryExampleItsBody() {
        assertEquals(new TreeSet<>(bodies.keySet()), examples.keySet());
    }

    @Test
    void requestsAreTakenAsTheyStand() throws IOException {
        var refused = new ArrayList<String>();
        try (var validation = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Validator validator = validation.getValidator();
            for (String name : named("request")) {
                for (JsonNode document : documents(name)) {
                    Object request = json.treeToValue(document, json.constructType(bodies.get(name)));
                    Set<ConstraintViolation<Object>> violations = validator.validate(request);
                    violations.forEach(violation -> refused.add(name + ": " + violation));
                }
            }
        }
        assertEquals(List.of(), refused);
    }

    @Test
    void responsesAreWrittenAsTheyStand() throws IOException {
        for (String name : named("response")) {
            for (JsonNode document : documents(name)) {
                if (bodies.get(name) != String.class) {
                    Object response = json.treeToValue(document, json.constructType(bodies.get(name)));
                    assertEquals(
                            document.toPrettyString(),
                            json.valueToTree(response).toPrettyString(),
                            name);
                }
            }
        }
    }

    @Test
    void backupCodesHaveTheirCheckSymbol() {
        Set<String> codes = found(BACKUP_CODE);
        assertTrue(codes.size() >= 20, codes::toString);
        assertEquals(Set.of(), codes.stream().filter(code -> !isChecked(code)).collect(Collectors.toSet()));
    }

    @Test
    void idsSortByTimeAndTimesAreOfOneDay() {
        assertEquals(
                Set.of(7),
                found(ID).stream().map(id -> UUID.fromString(id).version()).collect(Collectors.toSet()));
        assertEquals(
                Set.of("2026-01-15"),
                found(TIME).stream().map(time -> time.substring(0, 10)).collect(Collectors.toSet()));
    }

    @Test
    void assertionsVerifyWithTheKeysOfTheExample() throws Exception {
        var keys = new JsonWebKeySet(examples.get("getJwks.response.json"));
        for (String operation : List.of("verifyMyCode", "verifyUserCode")) {
            JsonNode request = json.readTree(examples.get(operation + ".request.json"));
            JsonNode response = json.readTree(examples.get(operation + ".response.json"));
            var assertion = new JsonWebSignature();
            assertion.setCompactSerialization(response.path("assertion").asText());
            assertion.setKey(keys.findJsonWebKey(assertion.getKeyIdHeaderValue(), "EC", "sig", "ES256")
                    .getKey());
            JwtClaims claims = JwtClaims.parse(assertion.getPayload());
            assertEquals(response.path("id").asText(), claims.getJwtId());
            assertEquals("linus", claims.getSubject());
            assertEquals(List.of(request.path("audience").asText()), claims.getAudience());
            assertEquals(request.path("nonce").asText(), claims.getStringClaimValue("nonce"));
        }
    }

    private List<String> named(String direction) {
        return examples.keySet().stream()
                .filter(name -> name.contains("." + direction + "."))
                .toList();
    }

    /** The JSON in an example: one document, or one per line; none in CSV. */
    private List<JsonNode> documents(String name) throws IOException {
        var documents = new ArrayList<JsonNode>();
        if (name.endsWith(".csv")) {
            return documents;
        }
        List<String> texts =
                name.endsWith(".ndjson") ? examples.get(name).lines().toList() : List.of(examples.get(name));
        for (String text : texts) {
            documents.add(json.readTree(text));
        }
        return documents;
    }

    private Set<String> found(Pattern pattern) {
        return examples.values().stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    /** Luhn's check, mod 32, written down a second time. */
    private static boolean isChecked(String code) {
        String symbols = new StringBuilder(code.replace("-", "")).reverse().toString();
        int sum = 0;
        for (int i = 0; i < symbols.length(); i++) {
            int addend = SYMBOLS.indexOf(symbols.charAt(i)) * (i % 2 == 0 ? 1 : 2);
            sum += addend / 32 + addend % 32;
        }
        return sum % 32 == 0;
    }

    private static Map<String, String> read() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            var examples = new TreeMap<String, String>();
            for (Path file : files.toList()) {
                examples.put(file.getFileName().toString(), Files.readString(file));
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
