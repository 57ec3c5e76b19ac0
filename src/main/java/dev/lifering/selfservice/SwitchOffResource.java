package dev.lifering.selfservice;

import dev.lifering.access.Roles;
import dev.lifering.arrival.Arrivals;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A user switches 2FA off. */
@Path("/v1/me/second-factor")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
@Tag(name = "My second factor")
public class SwitchOffResource {
    private final SwitchOffService service;
    private final Arrivals arrivals;

    SwitchOffResource(SwitchOffService service, Arrivals arrivals) {
        this.service = service;
        this.arrivals = arrivals;
    }

    @DELETE
    @Operation(
            operationId = "switchOffMySecondFactor",
            summary = "Switch 2FA off",
            description = "Needs a fresh second factor (code) in the same request. Authenticators and backup codes are"
                    + " erased. Not where the account demands 2FA.")
    @Refuses({
        ProblemType.USER_INACTIVE,
        ProblemType.NOT_ENROLLED,
        ProblemType.MANDATORY,
        ProblemType.SECOND_FACTOR_REQUIRED,
        ProblemType.CODE_MALFORMED,
        ProblemType.CODE_REJECTED,
        ProblemType.LOCKED
    })
    public void switchOff(@RequestBody(required = false) @Nullable @Valid CodeRequest request) {
        service.switchOff(arrivals.current(), CodeRequest.codeOf(request)).orThrow();
    }
}
