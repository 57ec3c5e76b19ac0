package dev.lifering.users;

import dev.lifering.access.Roles;
import dev.lifering.factor.Status;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Page;
import dev.lifering.http.PlainText;
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

/** The users of an account. */
@Path("/v1/accounts/{accountId}/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AccountUsersResource {
    private final UserListingService users;

    AccountUsersResource(UserListingService users) {
        this.users = users;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT, Roles.SERVICE})
    @Operation(
            operationId = "listUsers",
            summary = "List the users of an account",
            description = "How their second factors stand, and whether whoever asks may send them a recovery link now."
                    + " For administrators of the account, its reseller, Support and services. In the order of ids;"
                    + " nextCursor leads to the next page, with the same status and q.")
    @Refuses(ProblemType.NOT_FOUND)
    public Page<AccountUserView> list(
            @PathParam("accountId") @ExternalId String accountId,
            @QueryParam("status") @Nullable Status status,
            @QueryParam("q") @Nullable @PlainText(max = 200) String q,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        return users.list(accountId, new UserFilter(status, q), cursor, limit);
    }
}
