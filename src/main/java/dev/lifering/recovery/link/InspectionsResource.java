package dev.lifering.recovery.link;

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
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looks at a recovery link. Nothing changes, so that a mail scanner burns nothing (rule R3). */
@Path("/v1/recovery/inspections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Recovery", description = "What a user does with a recovery link.")
public class InspectionsResource {
    private final RecoveryLinks links;
    private final InstantSource clock;

    InspectionsResource(RecoveryLinks links, InstantSource clock) {
        this.links = links;
        this.clock = clock;
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "inspectRecoveryLink",
            summary = "Look at a recovery link",
            description = "For the page that the link leads to, before anybody has signed in. Changes nothing.")
    @Refuses(ProblemType.NOT_FOUND)
    public InspectionView inspect(@NotNull @Valid TokenRequest request) {
        return links.find(request.token(), clock.instant())
                .map(link -> new InspectionView(link.sentTo(), link.expiresAt(), link.state()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No recovery link has this token."));
    }
}
