package dev.lifering.verification;

import dev.lifering.access.Roles;
import dev.lifering.arrival.Arrivals;
import dev.lifering.audit.Doer;
import dev.lifering.directory.Person;
import dev.lifering.http.Idempotent;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A user proves his own second factor. */
@Path("/v1/me/verifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "My second factor")
public class MyVerificationsResource {
    private final LoginService logins;
    private final Arrivals arrivals;

    MyVerificationsResource(LoginService logins, Arrivals arrivals) {
        this.logins = logins;
        this.arrivals = arrivals;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.USER, Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
    @Operation(
            operationId = "verifyMyCode",
            summary = "Verify a code of one's own",
            description = "Checks a TOTP or a backup code and spends it. The answer carries a signed assertion that"
                    + " others verify offline.")
    @Refuses({
        ProblemType.ACCOUNT_CLAIM_MISSING,
        ProblemType.ACCOUNT_UNKNOWN,
        ProblemType.USER_NOT_PROVISIONED,
        ProblemType.USER_INACTIVE,
        ProblemType.NOT_ENROLLED,
        ProblemType.CODE_MALFORMED,
        ProblemType.CODE_REJECTED,
        ProblemType.LOCKED
    })
    public VerificationView verify(@NotNull @Valid VerificationRequest request) {
        Person me = arrivals.current();
        return logins.verify(me.id(), request, Doer.self(me)).orThrow();
    }
}
