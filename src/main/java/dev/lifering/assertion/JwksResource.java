package dev.lifering.assertion;

import dev.lifering.crypto.KeySet;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The public halves of the assertion keys, current and previous. */
@Path("/.well-known/jwks.json")
@PermitAll
@Tag(name = "Well-known")
public class JwksResource {
    private final KeySet keys;

    JwksResource(KeySet keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getJwks",
            summary = "Public keys of assertions",
            description = "The JWK Set (RFC 7517) with which anybody verifies assertions offline. Holds the current key"
                    + " and the previous ones; cache it for five minutes and read it again on an unknown kid.")
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = "keys",
                                            properties =
                                                    @SchemaProperty(
                                                            name = "keys",
                                                            type = SchemaType.ARRAY,
                                                            description = "JWKs: elliptic curve keys for ES256."))))
    public RestResponse<String> jwks() {
        return RestResponse.ResponseBuilder.ok(keys.publicJwksJson())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
