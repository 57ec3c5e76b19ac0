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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
                    "Newest first. nextCursor leads to the next page, with the same filters; a page may hold fewer"
                            + " events than limit, or none, and still lead on, as each call looks through 10,000 events at"
                            + " most. A reseller reads his own account's events only. Asked for application/x-ndjson or text/csv,"
                            + " the call streams all events that pass the filters, without cursor and limit, newest first, and"
                            + " records that it did; a connection that ends without the last chunk means that the export was"
                            + " broken off. In CSV a cell that a spreadsheet would take for a formula begins with an"
                            + " apostrophe. With seals=true the NDJSON is what the command verify-audit checks: events as"
                            + " they were recorded, users under their pseudonyms, and before the events that a seal"
                            + " speaks of a line {events, seal}: their ids with the SHA-256 of each line, and the"
                            + " seal, a JWS by a key of /.well-known/jwks.json.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or all events",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageAuditEventView")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = AuditEventView.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @Refuses(ProblemType.NOT_FOUND)
    public Page<AuditEventView> list(
            @PathParam("accountId") @ExternalId String accountId,
            @Parameter(description = "Only events about the user with this id.")
                    @QueryParam("user")
                    @Nullable
                    @ExternalId
                    String user,
            @Parameter(description = "Only what the user, service or agent with this id did.")
                    @QueryParam("actor")
                    @Nullable
                    @ExternalId
                    String actor,
            @BeanParam AuditFilter filter,
            @Parameter(
                            description =
                                    "Only with application/x-ndjson and without filters: whether the seals come along.")
                    @QueryParam("seals")
                    @Nullable
                    Boolean seals,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        String account = access.readable(callers.actor(), accountId).id();
        AuditSearch.refuseSeals(seals);
        return audit.in(account, filter.search(user, actor), cursor, limit);
    }
}
