package dev.lifering.recovery.link;

import dev.lifering.access.Roles;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Idempotent;
import dev.lifering.http.Page;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * The recovery links of a user. Whoever is signed in may ask: the policy answers, and tells a reseller why not, whatever
 * else his token says.
 */
@Path("/v1/accounts/{accountId}/users/{userId}/recovery-links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT, Roles.SERVICE})
@Tag(name = "Administration")
public class RecoveryLinksResource {
    private final RecoveryLinkService links;

    RecoveryLinksResource(RecoveryLinkService links) {
        this.links = links;
    }

    @POST
    @Idempotent
    @ResponseStatus(202)
    @Operation(
            operationId = "sendRecoveryLink",
            summary = "Mail a user a recovery link",
            description = "By another administrator of the user's own account, never by a reseller. The link is in the"
                    + " mail and nowhere else. It takes the place of one that is live. The same request within 60 seconds"
                    + " gives the same link.")
    @Refuses({
        ProblemType.ACCOUNT_CLAIM_MISSING,
        ProblemType.SECOND_FACTOR_REQUIRED,
        ProblemType.RESELLER_CANNOT_RESET,
        ProblemType.CANNOT_RECOVER_YOURSELF,
        ProblemType.NOT_FOUND,
        ProblemType.USER_INACTIVE,
        ProblemType.MANAGED_BY_SSO,
        ProblemType.NOT_ENROLLED,
        ProblemType.EMAIL_MISSING,
        ProblemType.CODE_MALFORMED,
        ProblemType.CODE_REJECTED,
        ProblemType.TOO_MANY_LINKS,
        ProblemType.LOCKED
    })
    public RecoveryLinkView send(
            @PathParam("accountId") @ExternalId String accountId,
            @PathParam("userId") @ExternalId String userId,
            @RequestBody(required = false) @Nullable @Valid RecoveryLinkRequest request) {
        return links.send(accountId, userId, request == null ? RecoveryLinkRequest.EMPTY : request)
                .orThrow();
    }

    @GET
    @Operation(
            operationId = "listRecoveryLinks",
            summary = "List the recovery links of a user",
            description = "Newest first, with the state of their mails. nextCursor leads to the next page.")
    @Refuses({ProblemType.RESELLER_CANNOT_RESET, ProblemType.CANNOT_RECOVER_YOURSELF, ProblemType.NOT_FOUND})
    public Page<RecoveryLinkView> list(
            @PathParam("accountId") @ExternalId String accountId,
            @PathParam("userId") @ExternalId String userId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        return links.list(accountId, userId, cursor, limit).orThrow();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "revokeRecoveryLink",
            summary = "Revoke a recovery link",
            description = "A link that is live opens nothing from now on.")
    @APIResponse(responseCode = "204", description = "Revoked")
    @Refuses({
        ProblemType.ACCOUNT_CLAIM_MISSING,
        ProblemType.RESELLER_CANNOT_RESET,
        ProblemType.CANNOT_RECOVER_YOURSELF,
        ProblemType.NOT_FOUND,
        ProblemType.USER_INACTIVE,
        ProblemType.LINK_NOT_LIVE
    })
    public void revoke(
            @PathParam("accountId") @ExternalId String accountId,
            @PathParam("userId") @ExternalId String userId,
            @PathParam("id") UUID id) {
        links.revoke(accountId, userId, id).orThrow();
    }
}
