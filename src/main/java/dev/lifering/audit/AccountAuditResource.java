package dev.lifering.audit;

import dev.lifering.access.AccountAccess;
import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Page;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened in an account. */
@Path("/v1/accounts/{accountId}/audit-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AccountAuditResource {
    private final AuditReading audit;
    private final AccountAccess access;
    private final Callers callers;

    AccountAuditResource(AuditReading audit, AccountAccess access, Callers callers) {
        this.audit = audit;
        this.access = access;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
    @Operation(
            operationId = "listAccountAuditEvents",
            summary = "Look at what happened in an account",
            description =
                    "Newest first. nextCursor leads to the next page. A reseller reads his own account's events only.")
    @Refuses(ProblemType.NOT_FOUND)
    public Page<AuditEventView> list(
            @PathParam("accountId") @ExternalId String accountId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return audit.in(access.readable(callers.actor(), accountId).id(), cursor, limit);
    }
}
