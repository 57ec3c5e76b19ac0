package dev.lifering.selfservice;

import dev.lifering.access.Roles;
import dev.lifering.arrival.Arrivals;
import dev.lifering.directory.Person;
import dev.lifering.factor.backupcode.BackupCodesView;
import dev.lifering.http.Idempotent;
import dev.lifering.http.Refuses;
import dev.lifering.overview.Overview;
import dev.lifering.overview.SecondFactorView;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A user makes and acknowledges backup codes. */
@Path("/v1/me/backup-codes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
@Tag(name = "My second factor")
public class MyBackupCodesResource {
    private final BackupCodeService backupCodes;
    private final AcknowledgementService acknowledgements;
    private final Overview overview;
    private final Arrivals arrivals;

    MyBackupCodesResource(
            BackupCodeService backupCodes,
            AcknowledgementService acknowledgements,
            Overview overview,
            Arrivals arrivals) {
        this.backupCodes = backupCodes;
        this.acknowledgements = acknowledgements;
        this.overview = overview;
        this.arrivals = arrivals;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "renewBackupCodes",
            summary = "Make new backup codes",
            description =
                    "Needs a fresh second factor (code) in the same request. The codes are shown once. The old ones"
                            + " stay valid until the new set has been acknowledged, within 30 minutes.")
    @APIResponseSchema(value = BackupCodesView.class, responseCode = "201", responseDescription = "Issued")
    @Refuses({
        ProblemType.USER_INACTIVE,
        ProblemType.NOT_ENROLLED,
        ProblemType.SECOND_FACTOR_REQUIRED,
        ProblemType.CODE_MALFORMED,
        ProblemType.CODE_REJECTED,
        ProblemType.LOCKED
    })
    public RestResponse<BackupCodesView> renew(@RequestBody(required = false) @Nullable @Valid CodeRequest request) {
        BackupCodesView issued = backupCodes
                .renew(arrivals.current(), CodeRequest.codeOf(request))
                .orThrow();
        return RestResponse.status(RestResponse.Status.CREATED, issued);
    }

    @POST
    @Idempotent
    @Path("{setId}/acknowledgement")
    @Operation(
            operationId = "acknowledgeBackupCodes",
            summary = "Say that the backup codes are saved",
            description =
                    "The set counts from now on and the one before is replaced. With the first set 2FA is enabled.")
    @Refuses({
        ProblemType.NOT_FOUND,
        ProblemType.USER_INACTIVE,
        ProblemType.SET_NOT_PENDING,
        ProblemType.PROOF_REQUIRED,
        ProblemType.CODE_MALFORMED,
        ProblemType.CODE_REJECTED,
        ProblemType.LOCKED
    })
    public SecondFactorView acknowledge(
            @PathParam("setId") UUID setId,
            @RequestBody(required = false) @Nullable @Valid AcknowledgementRequest request) {
        Person me = arrivals.current();
        AcknowledgementRequest said = request == null ? AcknowledgementRequest.PLAIN : request;
        acknowledgements.acknowledge(me, setId, said.proof()).orThrow();
        return overview.of(me);
    }
}
