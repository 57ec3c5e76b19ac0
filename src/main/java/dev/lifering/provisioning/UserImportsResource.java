package dev.lifering.provisioning;

import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.audit.Doer;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Services provision many users at once. */
@Path("/v1/accounts/{accountId}/user-imports")
@Consumes(UserImportsResource.NDJSON)
@Produces(UserImportsResource.NDJSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Services")
public class UserImportsResource {
    static final String NDJSON = "application/x-ndjson";

    private final UserImport users;
    private final Callers callers;

    UserImportsResource(UserImport users, Callers callers) {
        this.users = users;
        this.callers = callers;
    }

    @POST
    @Operation(
            operationId = "importUsers",
            summary = "Provision many users",
            description =
                    "Takes one user per line (NDJSON) and answers one line for each, while it reads. A line that is"
                            + " refused changes nothing and holds up no other. Repeating an import changes nothing.")
    @RequestBody(content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ImportedUser.class)))
    @APIResponse(
            responseCode = "200",
            description = "One line for each line",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ImportReportLine.class)))
    @Refuses(ProblemType.ACCOUNT_UNKNOWN)
    public StreamingOutput run(@PathParam("accountId") @ExternalId String accountId, @NotNull InputStream lines) {
        Doer doer = Doer.service(callers.actor());
        users.refuseUnknown(accountId);
        return report -> users.run(accountId, lines, report, doer);
    }
}
