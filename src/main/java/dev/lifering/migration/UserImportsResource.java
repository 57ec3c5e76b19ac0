package dev.lifering.migration;

import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.audit.Doer;
import dev.lifering.http.ExternalId;
import dev.lifering.http.PlainText;
import dev.lifering.http.Refuses;
import dev.lifering.migration.format.EntryReader;
import dev.lifering.migration.format.ImportFormat;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Services provision many users at once, and bring the second factors over that they have elsewhere. */
@Path("/v1/accounts/{accountId}/user-imports")
@Consumes({UserImportsResource.NDJSON, UserImportsResource.FOREIGN})
@Produces(UserImportsResource.NDJSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Services")
public class UserImportsResource {
    static final String NDJSON = "application/x-ndjson";

    /** A file of another product, as it is; see the query parameter {@code format}. */
    static final String FOREIGN = "application/vnd.lifering.import";

    private final UserImports imports;
    private final Callers callers;

    UserImportsResource(UserImports imports, Callers callers) {
        this.imports = imports;
        this.callers = callers;
    }

    @POST
    @Operation(
            operationId = "importUsers",
            summary = "Provision many users, with their second factors",
            description =
                    "Takes one user per line (NDJSON) and answers one line for each, while it reads. A line that is"
                            + " refused changes nothing and holds up no other. Repeating an import changes nothing. Files"
                            + " of other products are taken as they are (format, as application/vnd.lifering.import). An"
                            + " authenticator that came over counts at once and is unproven until its first good code; it"
                            + " is taken for users only who have proved none here. Backup codes come with it where the"
                            + " other product gives them, and count until the user makes a set of his own.")
    @RequestBody(
            content = {
                @Content(mediaType = NDJSON, schema = @Schema(implementation = ImportedUser.class)),
                @Content(mediaType = FOREIGN, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "One line for each line",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ImportReportLine.class)))
    @Refuses(ProblemType.ACCOUNT_UNKNOWN)
    public StreamingOutput run(
            @PathParam("accountId") @ExternalId String accountId,
            @BeanParam @Valid Parameters parameters,
            @NotNull InputStream file)
            throws IOException {
        var source = new ImportSource(parameters.format(), parameters.issuer(), List.of());
        source.refuseIncomplete();
        imports.refuseUnknown(accountId);
        Doer doer = Doer.service(callers.actor());
        var order = new ImportOrder(accountId, parameters.format(), parameters.dryRun(), parameters.tellUsers(), doer);
        EntryReader entries = imports.open(source, file);
        return report -> imports.run(order, entries, report);
    }

    /** The query parameters of an import. */
    public record Parameters(
            @Parameter(description = "What the body looks like; docs/migrate.md describes each.")
            @QueryParam("format")
            @DefaultValue("lifering")
            ImportFormat format,

            @Parameter(
                    description =
                            "The platform's name in Google Authenticator. For google_authenticator alone, which needs it:"
                                    + " an export holds the accounts of other services too.")
            @QueryParam("issuer")
            @Nullable
            @PlainText(max = 200)
            String issuer,

            @Parameter(description = "Only say what would become of each line.")
            @QueryParam("dryRun")
            @DefaultValue("false")
            Boolean dryRun,

            @Parameter(description = "Mail each user that his second factor came over.")
            @QueryParam("notify")
            @DefaultValue("false")
            Boolean tellUsers) {}
}
