package dev.lifering.supportcase;

import dev.lifering.access.Actor;
import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.http.Idempotent;
import dev.lifering.http.Page;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import dev.lifering.recovery.policy.Requesters;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What agents of Support do. A reseller's token never has their role (rule S3). */
@Path("/v1/support/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPPORT)
@Tag(name = "Support", description = "The way back for somebody whom no administrator can recover.")
public class SupportCasesResource {
    private final CaseOpeningService openings;
    private final IdentityCheckService checks;
    private final ApprovalService approvals;
    private final CaseCancellationService cancellations;
    private final CaseReading reading;
    private final Requesters requesters;
    private final Callers callers;

    SupportCasesResource(
            CaseOpeningService openings,
            IdentityCheckService checks,
            ApprovalService approvals,
            CaseCancellationService cancellations,
            CaseReading reading,
            Requesters requesters,
            Callers callers) {
        this.openings = openings;
        this.checks = checks;
        this.approvals = approvals;
        this.cancellations = cancellations;
        this.reading = reading;
        this.requesters = requesters;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "openSupportCase",
            summary = "Open a support case",
            description =
                    "For a user whom no administrator of the account is able to recover. He and all administrators of"
                            + " the account are told by mail, each with a link to stop the case. A case that nobody approves within"
                            + " 7 days expires.")
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            headers =
                    @Header(
                            name = "Location",
                            description = "The case.",
                            schema = @Schema(type = SchemaType.STRING, format = "uri-reference")),
            content = @Content(schema = @Schema(implementation = SupportCaseView.class)))
    @Refuses({
        ProblemType.RESELLER_CANNOT_RESET,
        ProblemType.CANNOT_RECOVER_YOURSELF,
        ProblemType.NOT_FOUND,
        ProblemType.USER_INACTIVE,
        ProblemType.MANAGED_BY_SSO,
        ProblemType.NOT_ENROLLED,
        ProblemType.EMAIL_MISSING,
        ProblemType.ADMINISTRATOR_AVAILABLE,
        ProblemType.CASE_ALREADY_OPEN
    })
    public RestResponse<SupportCaseView> open(@NotNull @Valid SupportCaseRequest request) {
        SupportCaseView opened = openings.open(requesters.current(), request).orThrow();
        return RestResponse.ResponseBuilder.<SupportCaseView>created(URI.create("/v1/support/cases/" + opened.id()))
                .entity(opened)
                .build();
    }

    @GET
    @Operation(
            operationId = "listSupportCases",
            summary = "List support cases",
            description = "Newest first, all or those in one state. nextCursor leads to the next page.")
    @Refuses({})
    public Page<SupportCaseView> list(
            @QueryParam("state") @Nullable CaseState state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        return reading.page(state, cursor, limit);
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getSupportCase",
            summary = "Show a support case",
            description = "With its identity checks and what became of it.")
    @Refuses(ProblemType.NOT_FOUND)
    public SupportCaseView get(@PathParam("id") UUID id) {
        return reading.one(id);
    }

    @POST
    @Idempotent
    @Path("{id}/identity-checks")
    @ResponseStatus(201)
    @Operation(
            operationId = "recordIdentityCheck",
            summary = "Record an identity check",
            description = "Passed or not, of a case that is open. Of each method the latest check counts.")
    @Refuses({
        ProblemType.RESELLER_CANNOT_RESET,
        ProblemType.CANNOT_RECOVER_YOURSELF,
        ProblemType.NOT_FOUND,
        ProblemType.CASE_NOT_OPEN
    })
    public SupportCaseView check(@PathParam("id") UUID id, @NotNull @Valid IdentityCheckRequest request) {
        return checks.record(requesters.current(), id, request).orThrow();
    }

    @POST
    @Idempotent
    @Path("{id}/approval")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "approveSupportCase",
            summary = "Approve a support case",
            description = "By an agent who neither opened the case nor recorded a check, once at least two checks of"
                    + " different methods have passed. The recovery link is mailed after the waiting time (24 hours, unless"
                    + " the operator has changed it), in which everybody who is told can stop it. A case that is not needed"
                    + " any more ends instead, and the member state of the refusal says so.")
    @Refuses({
        ProblemType.SECOND_AGENT_REQUIRED,
        ProblemType.RESELLER_CANNOT_RESET,
        ProblemType.CANNOT_RECOVER_YOURSELF,
        ProblemType.NOT_FOUND,
        ProblemType.USER_INACTIVE,
        ProblemType.MANAGED_BY_SSO,
        ProblemType.NOT_ENROLLED,
        ProblemType.ADMINISTRATOR_AVAILABLE,
        ProblemType.CASE_NOT_OPEN,
        ProblemType.IDENTITY_CHECKS_MISSING
    })
    public SupportCaseView approve(@PathParam("id") UUID id) {
        return approvals.approve(requesters.current(), id).orThrow();
    }

    @POST
    @Idempotent
    @Path("{id}/cancellation")
    @PermitAll
    @Operation(
            operationId = "cancelSupportCase",
            summary = "Stop a support case",
            description =
                    "By an agent, or without signing in by whoever has the token of a notice. A recovery link that the"
                            + " case has mailed already is stopped with it, while nobody has used it.")
    @Refuses({ProblemType.UNAUTHENTICATED, ProblemType.FORBIDDEN, ProblemType.NOT_FOUND, ProblemType.CASE_NOT_OPEN})
    public CaseStateView cancel(
            @PathParam("id") UUID id, @RequestBody(required = false) @Nullable @Valid CancellationRequest request) {
        CancellationRequest wish = request == null ? CancellationRequest.PLAIN : request;
        String token = wish.token();
        if (token != null) {
            return cancellations.cancel(token, id, wish.reason());
        }
        Actor actor = callers.actor();
        if (!actor.is(Roles.SUPPORT)) {
            throw ProblemType.FORBIDDEN.because("Only Support, or whoever has the token of a notice, may stop a case.");
        }
        return cancellations.cancel(actor, id, wish.reason());
    }
}
