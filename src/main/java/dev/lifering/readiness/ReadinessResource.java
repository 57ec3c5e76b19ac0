package dev.lifering.readiness;

import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How ready an account is for somebody's losing his second factor. */
@Path("/v1/accounts/{accountId}/readiness")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class ReadinessResource {
    private final ReadinessService readiness;
    private final Callers callers;

    ReadinessResource(ReadinessService readiness, Callers callers) {
        this.readiness = readiness;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
    @Operation(
            operationId = "getReadiness",
            summary = "Show who is one loss away from a lock-out",
            description =
                    "The active administrators of the account: who is able to pass 2FA and so to help others, who is"
                            + " the only one, and who runs out of what he proves himself with. Resellers see their customers'.")
    @Refuses(ProblemType.NOT_FOUND)
    public ReadinessView get(@PathParam("accountId") @ExternalId String accountId) {
        return readiness.of(callers.actor(), accountId);
    }
}
