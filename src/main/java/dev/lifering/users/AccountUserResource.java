package dev.lifering.users;

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

/** One user of an account; services provision him at the same address. */
@Path("/v1/accounts/{accountId}/users/{userId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AccountUserResource {
    private final UserListingService users;

    AccountUserResource(UserListingService users) {
        this.users = users;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT, Roles.SERVICE})
    @Operation(
            operationId = "getUser",
            summary = "Look at a user of an account",
            description = "What the list of users shows, of one.")
    @Refuses(ProblemType.NOT_FOUND)
    public AccountUserView one(
            @PathParam("accountId") @ExternalId String accountId, @PathParam("userId") @ExternalId String userId) {
        return users.one(accountId, userId);
    }
}
