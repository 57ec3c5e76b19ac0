package dev.lifering.provisioning;

import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.audit.Doer;
import dev.lifering.directory.Directory;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Services provision users. */
@Path("/v1/accounts/{accountId}/users/{userId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Services")
public class UsersResource {
    private final UserProvisioning users;
    private final Directory directory;
    private final Callers callers;

    UsersResource(UserProvisioning users, Directory directory, Callers callers) {
        this.users = users;
        this.directory = directory;
        this.callers = callers;
    }

    @PUT
    @Operation(
            operationId = "putUser",
            summary = "Provision a user",
            description =
                    "Makes the user, or brings him to this state; 201 when he is new. His second factor stays as it"
                            + " is. Repeating the call changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Was there, and is kept in this state",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Is new",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    @Refuses({ProblemType.ACCOUNT_UNKNOWN, ProblemType.ALREADY_ELSEWHERE})
    public RestResponse<UserView> put(
            @PathParam("accountId") @ExternalId String accountId,
            @PathParam("userId") @ExternalId String userId,
            @NotNull @Valid UserRequest request) {
        boolean created = users.put(accountId, userId, request.toDetails(), Doer.service(callers.actor()));
        return RestResponse.status(
                created ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                UserView.of(directory.personOrNotFound(userId)));
    }

    @DELETE
    @Operation(
            operationId = "deleteUser",
            summary = "Erase a user",
            description =
                    "Erases the user with all secrets; the audit trail keeps a pseudonym. Erasing what is not there is"
                            + " no error.")
    public void erase(
            @PathParam("accountId") @ExternalId String accountId, @PathParam("userId") @ExternalId String userId) {
        users.erase(accountId, userId, Doer.service(callers.actor()));
    }
}
