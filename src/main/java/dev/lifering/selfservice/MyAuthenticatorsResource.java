package dev.lifering.selfservice;

import dev.lifering.access.Roles;
import dev.lifering.arrival.Arrivals;
import dev.lifering.factor.totp.Authenticator;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A user renames and removes authenticator apps. */
@Path("/v1/me/authenticators/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
@Tag(name = "My second factor")
public class MyAuthenticatorsResource {
    private final AuthenticatorService authenticators;
    private final Arrivals arrivals;

    MyAuthenticatorsResource(AuthenticatorService authenticators, Arrivals arrivals) {
        this.authenticators = authenticators;
        this.arrivals = arrivals;
    }

    @PATCH
    @Operation(
            operationId = "renameAuthenticator",
            summary = "Rename an authenticator",
            description = "Needs a fresh second factor (code) in the same request.")
    @Refuses({
        ProblemType.NOT_FOUND,
        ProblemType.USER_INACTIVE,
        ProblemType.SECOND_FACTOR_REQUIRED,
        ProblemType.CODE_MALFORMED,
        ProblemType.CODE_REJECTED,
        ProblemType.LOCKED
    })
    public Authenticator rename(@PathParam("id") UUID id, @NotNull @Valid RenameRequest request) {
        return authenticators.rename(arrivals.current(), id, request).orThrow();
    }

    @DELETE
    @Operation(
            operationId = "removeAuthenticator",
            summary = "Remove an authenticator",
            description =
                    "Needs a fresh second factor (code) in the same request. After the last one every login needs a"
                            + " backup code; without unspent backup codes the last one may not go.")
    @Refuses({
        ProblemType.NOT_FOUND,
        ProblemType.USER_INACTIVE,
        ProblemType.LAST_FACTOR,
        ProblemType.SECOND_FACTOR_REQUIRED,
        ProblemType.CODE_MALFORMED,
        ProblemType.CODE_REJECTED,
        ProblemType.LOCKED
    })
    public void remove(@PathParam("id") UUID id, @RequestBody(required = false) @Nullable @Valid CodeRequest request) {
        authenticators
                .remove(arrivals.current(), id, CodeRequest.codeOf(request))
                .orThrow();
    }
}
