package dev.lifering.enrolment;

import dev.lifering.access.Roles;
import dev.lifering.arrival.Arrivals;
import dev.lifering.http.Idempotent;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A user adds an authenticator app. */
@Path("/v1/me/enrolments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
@Tag(name = "My second factor")
public class MyEnrolmentsResource {
    private final EnrolmentService enrolments;
    private final ConfirmationService confirmations;
    private final Arrivals arrivals;

    MyEnrolmentsResource(EnrolmentService enrolments, ConfirmationService confirmations, Arrivals arrivals) {
        this.enrolments = enrolments;
        this.confirmations = confirmations;
        this.arrivals = arrivals;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "startEnrolment",
            summary = "Start adding an authenticator app",
            description =
                    "Gives a secret, as text, as key URI and as QR code, once. Where 2FA is on it takes a fresh second"
                            + " factor (code) or a live recovery session. An enrolment that is not confirmed ends after 10"
                            + " minutes and changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Started",
            headers =
                    @Header(
                            name = "Location",
                            description = "The enrolment, for giving it up.",
                            schema = @Schema(type = SchemaType.STRING, format = "uri-reference")),
            content = @Content(schema = @Schema(implementation = EnrolmentView.class)))
    @Refuses({
        ProblemType.ACCOUNT_CLAIM_MISSING,
        ProblemType.ACCOUNT_UNKNOWN,
        ProblemType.USER_NOT_PROVISIONED,
        ProblemType.USER_INACTIVE,
        ProblemType.MANAGED_BY_SSO,
        ProblemType.TOO_MANY_AUTHENTICATORS,
        ProblemType.SECOND_FACTOR_REQUIRED,
        ProblemType.RECOVERY_SESSION_INVALID,
        ProblemType.CODE_MALFORMED,
        ProblemType.CODE_REJECTED,
        ProblemType.LOCKED
    })
    public RestResponse<EnrolmentView> start(@RequestBody(required = false) @Nullable @Valid EnrolmentRequest request) {
        EnrolmentRequest wish = request == null ? EnrolmentRequest.PLAIN : request;
        EnrolmentView started = enrolments.start(arrivals.current(), wish).orThrow();
        return RestResponse.ResponseBuilder.<EnrolmentView>created(URI.create("/v1/me/enrolments/" + started.id()))
                .entity(started)
                .build();
    }

    @POST
    @Idempotent
    @Path("{id}/confirmation")
    @Operation(
            operationId = "confirmEnrolment",
            summary = "Confirm an enrolment with a code",
            description =
                    "Takes the code that the app shows. The first authenticator brings a set of backup codes, shown"
                            + " once; 2FA is enabled when the set has been acknowledged. The code's time step is burnt.")
    @Refuses({
        ProblemType.NOT_FOUND,
        ProblemType.USER_INACTIVE,
        ProblemType.ENROLMENT_OVER,
        ProblemType.TOO_MANY_AUTHENTICATORS,
        ProblemType.SECOND_FACTOR_REQUIRED,
        ProblemType.RECOVERY_SESSION_INVALID,
        ProblemType.CODE_MALFORMED,
        ProblemType.CODE_REJECTED,
        ProblemType.LOCKED
    })
    public ConfirmationView confirm(@PathParam("id") UUID id, @NotNull @Valid ConfirmationRequest request) {
        return confirmations.confirm(arrivals.current(), id, request.code()).orThrow();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "cancelEnrolment",
            summary = "Give up an enrolment",
            description = "Erases the secret that was shown. Authenticators in use stay as they are.")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.USER_INACTIVE})
    public void cancel(@PathParam("id") UUID id) {
        enrolments.cancel(arrivals.current(), id);
    }
}
