package dev.lifering.accountpolicy;

import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an account demands of its users' second factors. */
@Path("/v1/accounts/{accountId}/policy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Administration", description = "What administrators of an account see and set.")
public class PolicyResource {
    private final PolicyService policies;
    private final Callers callers;

    PolicyResource(PolicyService policies, Callers callers) {
        this.policies = policies;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
    @Operation(
            operationId = "getPolicy",
            summary = "Read the policy of an account",
            description = "The demands in force: the account's own words over the defaults of the service.")
    @Refuses(ProblemType.NOT_FOUND)
    public PolicyView read(@PathParam("accountId") @ExternalId String accountId) {
        return PolicyView.of(policies.read(callers.actor(), accountId));
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "putPolicy",
            summary = "Replace the policy of an account",
            description =
                    "Only by an administrator of the account itself, never by its reseller. What is left out falls"
                            + " back to the default of the service.")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.USER_INACTIVE})
    public PolicyView replace(
            @PathParam("accountId") @ExternalId String accountId, @NotNull @Valid PolicyRequest request) {
        return PolicyView.of(policies.change(callers.actor(), accountId, request));
    }
}
