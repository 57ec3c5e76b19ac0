package dev.lifering.http.openapi;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says who may call: in words, and as a security requirement. */
final class OperationRoles {
    private static final String SCHEME = "bearerAuth";

    static void addScheme(Components components) {
        components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description(
                                "A token of the platform's identity provider; its claim `groups` holds the roles."));
    }

    void describe(Operation operation, Endpoint endpoint) {
        String said = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        operation.setDescription(said + "Roles: " + words(endpoint) + ".");
        operation.setSecurity(requirements(endpoint));
    }

    /** An empty one beside the token's says that the token may be left out (OpenAPI 3.1 §4.8.30). */
    private static List<SecurityRequirement> requirements(Endpoint endpoint) {
        SecurityRequirement token = OASFactory.createSecurityRequirement().addScheme(SCHEME);
        if (!endpoint.open()) {
            return List.of(token);
        }
        return endpoint.looksAtTokens() ? List.of(OASFactory.createSecurityRequirement(), token) : List.of();
    }

    private static String words(Endpoint endpoint) {
        if (endpoint.open()) {
            return endpoint.looksAtTokens() ? "none; a token is looked at" : "none, no token is needed";
        }
        return endpoint.roles().isEmpty()
                ? "any valid token"
                : endpoint.roles().stream().map(role -> "`" + role + "`").collect(Collectors.joining(", "));
    }
}
