package dev.lifering.recovery.reset;

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

/** Undoes a reset that the user did not ask for. */
@Path("/v1/recovery/repudiations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Recovery")
public class RepudiationsResource {
    private final RepudiationService repudiations;

    RepudiationsResource(RepudiationService repudiations) {
        this.repudiations = repudiations;
    }

    @POST
    @Idempotent
    @PermitAll
    @Operation(
            operationId = "repudiateReset",
            summary = "Say that a reset was not one's own",
            description =
                    "With the token of the notice that followed the reset, within 72 hours and without signing in:"
                            + " the disabled authenticators and the old, unspent backup codes come back, and what was set up since"
                            + " is dead. The administrators of the account are told.")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.UNDO_OVER})
    public RepudiationView repudiate(@NotNull @Valid RepudiationRequest request) {
        return repudiations.repudiate(request.token());
    }
}
