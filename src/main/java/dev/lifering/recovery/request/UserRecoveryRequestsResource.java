package dev.lifering.recovery.request;

import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.audit.Doer;
import dev.lifering.directory.Directory;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Idempotent;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A service asks for help for a user who is locked out. */
@Path("/v1/users/{userId}/recovery-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Services")
public class UserRecoveryRequestsResource {
    private final RecoveryRequestService requests;
    private final Directory directory;
    private final Callers callers;

    UserRecoveryRequestsResource(RecoveryRequestService requests, Directory directory, Callers callers) {
        this.requests = requests;
        this.directory = directory;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @ResponseStatus(202)
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "requestUserRecovery",
            summary = "Ask for help for a user who is locked out",
            description = "For a service that has checked the user's password. The administrators of his account get a"
                    + " mail that leads to the Users page. Asking again within an hour sends no further mail and is"
                    + " answered alike.")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.USER_INACTIVE, ProblemType.MANAGED_BY_SSO, ProblemType.NOT_ENROLLED})
    public RecoveryRequestView ask(@PathParam("userId") @ExternalId String userId) {
        return requests.ask(directory.personOrNotFound(userId), Doer.service(callers.actor()));
    }
}
