package dev.lifering.migration.product;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifering.factor.backupcode.legacy.LegacyScheme;
import dev.lifering.migration.format.Entry;
import dev.lifering.migration.format.KeyUri;
import dev.lifering.migration.format.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity as the admin API of Ory Kratos gives it with {@code include_credential=totp} and
 * {@code include_credential=lookup_secret} (ory/kratos, {@code identity/handler.go},
 * {@code selfservice/strategy/totp/credentials.go} and {@code identity/credentials_lookup.go}): the key URI is
 * {@code credentials.totp.config.totp_url}, the codes stand in plain in {@code credentials.lookup_secret.config}. The
 * identity's id becomes the user's here.
 */
final class KratosIdentities implements JsonElements.ElementReading {
    private static final List<String> OTHERS = List.of("webauthn");

    @Override
    public Entry read(long number, JsonNode identity) {
        String id = Json.required(identity, "id");
        JsonNode credentials = identity.path("credentials");
        var findings = new Findings(LegacyScheme.KRATOS);
        if (credentials.has("totp")) {
            String uri = Json.text(credentials.path("totp").path("config"), "totp_url");
            if (uri == null) {
                findings.leave("totp without its config: export with include_credential=totp");
            } else {
                findings.take(KeyUri.read(uri).app());
            }
        }
        if (credentials.has("lookup_secret")) {
            addCodes(credentials.path("lookup_secret").path("config"), findings);
        }
        OTHERS.stream().filter(credentials::has).forEach(findings::leave);
        return findings.of(number, new Owner.ById(id, person(identity).toDetails()));
    }

    private static void addCodes(JsonNode config, Findings findings) {
        if (!config.has("recovery_codes")) {
            findings.leave("lookup_secret without its config: export with include_credential=lookup_secret");
            return;
        }
        findings.take(Json.elements(config.path("recovery_codes"))
                .filter(KratosIdentities::isUnused)
                .map(code -> LegacyScheme.KRATOS.read(code.path("code").asText())));
    }

    /** Go's zero time stands for none too. */
    private static boolean isUnused(JsonNode code) {
        String usedAt = Json.text(code, "used_at");
        return usedAt == null || usedAt.startsWith("0001-01-01");
    }

    /** What traits are called is up to each installation; these are the names in all examples of Ory. */
    private static ForeignPerson person(JsonNode identity) {
        JsonNode traits = identity.path("traits");
        String email = Json.text(traits, "email");
        String state = Json.text(identity, "state");
        return new ForeignPerson(
                email == null ? Json.text(identity.path("recovery_addresses").path(0), "value") : email,
                name(traits),
                Json.text(traits, "locale"),
                state == null || state.equals("active"));
    }

    private static @Nullable String name(JsonNode traits) {
        JsonNode name = traits.path("name");
        return name.isTextual()
                ? name.textValue()
                : ForeignPerson.name(Json.text(name, "first"), Json.text(name, "last"));
    }
}
