package dev.lifering.supportcase;

import dev.lifering.http.Idempotent;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stops a support case from the page that the cancel link leads to, which knows the token only. */
@Path("/v1/support/case-cancellations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Support")
public class CaseCancellationsResource {
    private final CaseCancellationService cancellations;

    CaseCancellationsResource(CaseCancellationService cancellations) {
        this.cancellations = cancellations;
    }

    @POST
    @Idempotent
    @PermitAll
    @Operation(
            operationId = "cancelSupportCaseByNotice",
            summary = "Stop the support case that a notice told of",
            description = "Without signing in, with the token of the notice. A recovery link that the case has mailed"
                    + " already is stopped with it, while nobody has used it.")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.CASE_NOT_OPEN})
    public CaseStateView cancel(@NotNull @Valid CancellationTokenRequest request) {
        return cancellations.cancel(request.token(), null, null);
    }
}
