package dev.lifering.migration.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.crypto.Secret;
import dev.lifering.factor.backupcode.legacy.LegacyScheme;
import dev.lifering.factor.totp.Base32;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.migration.format.Entry;
import dev.lifering.migration.format.Labels;
import dev.lifering.migration.format.Owner;
import dev.lifering.migration.format.Parameters;
import dev.lifering.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of a realm that {@code kc.sh export} has written, with his credentials (keycloak/keycloak,
 * {@code org.keycloak.models.credential.OTPCredentialModel} and {@code dto.OTPCredentialData}, {@code dto.OTPSecretData}):
 * both data are JSON in a string. Without {@code secretEncoding} the key is the UTF-8 of the value, with {@code BASE32} what
 * it decodes to. The id becomes the user's here, as it is the {@code sub} of Keycloak's tokens.
 *
 * <p>Recovery codes ({@code RecoveryAuthnCodesCredentialModel}, {@code utils.RecoveryAuthnCodesUtils}) come as base64 of the
 * SHA-512 of each that is unspent; the algorithm is called {@code RS512} in files of versions before 26.2.
 */
final class KeycloakUsers implements JsonElements.ElementReading {
    static final String FIELD = "users";

    private static final Set<String> SHA_512 = Set.of("SHA-512", "RS512");
    private static final int SHA_512_BYTES = 64;

    private final ObjectMapper trees = new ObjectMapper();

    @Override
    public Entry read(long number, JsonNode user) {
        String id = Json.required(user, "id");
        var findings = new Findings(LegacyScheme.KEYCLOAK);
        for (JsonNode credential : user.path("credentials")) {
            String type = Json.required(credential, "type");
            if (type.equals("otp")) {
                addApp(credential, findings);
            } else if (type.equals(LegacyScheme.KEYCLOAK.nameThere())) {
                addCodes(credential, findings);
            } else if (!type.startsWith("password")) {
                findings.leave(type);
            }
        }
        return findings.of(number, new Owner.ById(id, person(user).toDetails()));
    }

    private void addApp(JsonNode credential, Findings findings) {
        JsonNode data = inside(credential, "credentialData");
        if (!"totp".equals(Json.text(data, "subType"))) {
            findings.leave("hotp");
            return;
        }
        Secret secret = secret(inside(credential, "secretData"), Json.text(data, "secretEncoding"));
        var parameters =
                Parameters.of(Json.text(data, "algorithm"), Json.number(data, "digits"), Json.number(data, "period"));
        findings.take(new ForeignApp(Labels.of(Json.text(credential, "userLabel")), secret, parameters));
    }

    private void addCodes(JsonNode credential, Findings findings) {
        JsonNode data = inside(credential, "credentialData");
        Integer iterations = Json.number(data, "hashIterations");
        if (!SHA_512.contains(Json.required(data, "algorithm")) || (iterations != null && iterations != 1)) {
            findings.leave(LegacyScheme.KEYCLOAK.nameThere());
            return;
        }
        findings.take(Json.elements(inside(credential, "secretData").path("codes"))
                .map(code -> digest(code.path("encodedHashedValue").asText())));
    }

    private static Optional<Secret> digest(String encoded) {
        try {
            byte[] digest = Base64.getDecoder().decode(encoded);
            return digest.length == SHA_512_BYTES ? Optional.of(Secret.of(digest)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Secret secret(JsonNode data, @Nullable String encoding) {
        String value = Json.required(data, "value");
        if (encoding == null) {
            return Secret.of(value.getBytes(StandardCharsets.UTF_8));
        }
        if (!encoding.equalsIgnoreCase("BASE32")) {
            throw ProblemType.INVALID_REQUEST.because("The encoding of the secret is not known here.");
        }
        return Base32.read(value)
                .orElseThrow(
                        () -> ProblemType.INVALID_REQUEST.because("The secret is not the base32 it claims to be."));
    }

    private JsonNode inside(JsonNode credential, String field) {
        try {
            return trees.readTree(Json.required(credential, field));
        } catch (JsonProcessingException e) {
            throw ProblemType.MALFORMED_REQUEST.because("The field " + field + " holds no JSON.");
        }
    }

    private static ForeignPerson person(JsonNode user) {
        JsonNode locale = user.path("attributes").path("locale").path(0);
        return new ForeignPerson(
                Json.text(user, "email"),
                ForeignPerson.name(Json.text(user, "firstName"), Json.text(user, "lastName")),
                locale.isTextual() ? locale.textValue() : null,
                user.path("enabled").asBoolean(true));
    }
}
