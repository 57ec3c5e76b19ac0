package dev.lifering.verification;

import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.audit.Doer;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Idempotent;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A service proves the second factor of the user it signs in. */
@Path("/v1/users/{userId}/verifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Services")
public class UserVerificationsResource {
    private final LoginService logins;
    private final Callers callers;

    UserVerificationsResource(LoginService logins, Callers callers) {
        this.logins = logins;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "verifyUserCode",
            summary = "Verify a user's code",
            description = "For a service that signs a user in: checks the code that the user typed and spends it. Let"
                    + " the user in on a 200 only.")
    @Refuses({
        ProblemType.NOT_FOUND,
        ProblemType.USER_INACTIVE,
        ProblemType.NOT_ENROLLED,
        ProblemType.CODE_MALFORMED,
        ProblemType.CODE_REJECTED,
        ProblemType.LOCKED
    })
    public VerificationView verify(
            @PathParam("userId") @ExternalId String userId, @NotNull @Valid UserVerificationRequest request) {
        return logins.verify(userId, request, Doer.service(callers.actor())).orThrow();
    }
}
