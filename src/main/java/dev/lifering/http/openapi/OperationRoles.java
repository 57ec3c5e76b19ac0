package dev.lifering.http.openapi;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
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
        if (endpoint.open()) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
        }
    }

    private static String words(Endpoint endpoint) {
        if (endpoint.open()) {
            return "none, no token is needed";
        }
        return endpoint.roles().isEmpty()
                ? "any valid token"
                : endpoint.roles().stream().map(role -> "`" + role + "`").collect(Collectors.joining(", "));
    }
}
