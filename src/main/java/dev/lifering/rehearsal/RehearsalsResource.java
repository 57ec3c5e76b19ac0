package dev.lifering.rehearsal;

import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.accountpolicy.PolicyRequest;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A change of an account's policy, rehearsed. */
@Path("/v1/accounts/{accountId}/policy/rehearsals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class RehearsalsResource {
    private final RehearsalService rehearsals;
    private final Callers callers;

    RehearsalsResource(RehearsalService rehearsals, Callers callers) {
        this.rehearsals = rehearsals;
        this.callers = callers;
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "rehearsePolicy",
            summary = "See what a change of the policy would do",
            description =
                    "Takes what putPolicy takes, and changes nothing: says how many users the change would lock out"
                            + " or force to set up a second factor, and what else it would do to whom. limit is how many users"
                            + " are named for each consequence. For whoever may make the change.")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.USER_INACTIVE})
    public RehearsalView rehearse(
            @PathParam("accountId") @ExternalId String accountId,
            @QueryParam("limit") @DefaultValue("20") @Min(0) @Max(100) int limit,
            @NotNull @Valid PolicyRequest request) {
        return rehearsals.of(callers.actor(), accountId, request, limit);
    }
}
