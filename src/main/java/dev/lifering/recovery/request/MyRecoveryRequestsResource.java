package dev.lifering.recovery.request;

import dev.lifering.access.Roles;
import dev.lifering.arrival.Arrivals;
import dev.lifering.audit.Doer;
import dev.lifering.directory.Person;
import dev.lifering.http.Idempotent;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A user who is locked out asks for help. */
@Path("/v1/me/recovery-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recovery")
public class MyRecoveryRequestsResource {
    private final RecoveryRequestService requests;
    private final Arrivals arrivals;

    MyRecoveryRequestsResource(RecoveryRequestService requests, Arrivals arrivals) {
        this.requests = requests;
        this.arrivals = arrivals;
    }

    @POST
    @Idempotent
    @ResponseStatus(202)
    @RolesAllowed({Roles.USER, Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
    @Operation(
            operationId = "requestMyRecovery",
            summary = "Ask for help when locked out",
            description = "The administrators of one's account get a mail that leads to the Users page. The answer says"
                    + " whether one of them can help, or Support has to. Asking again within an hour sends no further"
                    + " mail and is answered alike.")
    @Refuses({
        ProblemType.ACCOUNT_CLAIM_MISSING,
        ProblemType.ACCOUNT_UNKNOWN,
        ProblemType.USER_NOT_PROVISIONED,
        ProblemType.USER_INACTIVE,
        ProblemType.MANAGED_BY_SSO,
        ProblemType.NOT_ENROLLED
    })
    public RecoveryRequestView ask() {
        Person person = arrivals.current();
        return requests.ask(person, Doer.self(person));
    }
}
