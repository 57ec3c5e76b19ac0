package dev.lifering.migration.product;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.migration.format.Entry;
import dev.lifering.migration.format.KeyUri;
import dev.lifering.migration.format.Owner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity as the admin API of Ory Kratos gives it with {@code include_credential=totp} (ory/kratos,
 * {@code selfservice/strategy/totp/credentials.go} and {@code selfservice/strategy/lookup/credentials.go}): the key URI is
 * {@code credentials.totp.config.totp_url}. The identity's id becomes the user's here.
 */
final class KratosIdentities implements JsonElements.ElementReading {
    private static final List<String> OTHERS = List.of("lookup_secret", "webauthn");

    @Override
    public Entry read(long number, JsonNode identity) {
        String id = Json.required(identity, "id");
        JsonNode credentials = identity.path("credentials");
        var apps = new ArrayList<ForeignApp>();
        var leftBehind = new ArrayList<String>();
        if (credentials.has("totp")) {
            String uri = Json.text(credentials.path("totp").path("config"), "totp_url");
            if (uri == null) {
                leftBehind.add("totp without its config: export with include_credential=totp");
            } else {
                apps.add(KeyUri.read(uri).app());
            }
        }
        OTHERS.stream().filter(credentials::has).forEach(leftBehind::add);
        return new Entry.Found(number, new Owner.ById(id, person(identity).toDetails()), apps, leftBehind);
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
