package dev.lifering.recovery.reset;

import dev.lifering.access.Actor;
import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.arrival.Arrivals;
import dev.lifering.audit.Doer;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.http.Idempotent;
import dev.lifering.http.Refuses;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Uses a recovery link. */
@Path("/v1/recovery/redemptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Recovery")
public class RedemptionsResource {
    private final RedemptionService redemptions;
    private final RedemptionConfig config;
    private final Callers callers;
    private final Arrivals arrivals;
    private final Directory directory;

    RedemptionsResource(
            RedemptionService redemptions,
            RedemptionConfig config,
            Callers callers,
            Arrivals arrivals,
            Directory directory) {
        this.redemptions = redemptions;
        this.config = config;
        this.callers = callers;
        this.arrivals = arrivals;
        this.directory = directory;
    }

    @POST
    @Idempotent
    @PermitAll
    @ResponseStatus(201)
    @Operation(
            operationId = "redeemRecoveryLink",
            summary = "Use a recovery link",
            description = "Takes the token and the same user's first factor: his own token, or a service's with userId."
                    + " (An operator can set lifering.recovery.first-factor-required=false; then no token is needed.) The"
                    + " authenticators and backup codes so far are disabled. The answer has new backup codes, to be"
                    + " acknowledged, and a recovery session that sets up an authenticator.")
    @Refuses({
        ProblemType.UNAUTHENTICATED,
        ProblemType.FORBIDDEN,
        ProblemType.ACCOUNT_CLAIM_MISSING,
        ProblemType.ACCOUNT_UNKNOWN,
        ProblemType.USER_NOT_PROVISIONED,
        ProblemType.LINK_OF_ANOTHER_USER,
        ProblemType.NOT_FOUND,
        ProblemType.USER_INACTIVE,
        ProblemType.MANAGED_BY_SSO,
        ProblemType.NOT_ENROLLED,
        ProblemType.LINK_NOT_LIVE
    })
    public RedemptionView redeem(@NotNull @Valid RedemptionRequest request) {
        if (callers.isAnonymous() && !config.firstFactorRequired()) {
            return redemptions.redeem(request.token()).orThrow();
        }
        Actor actor = callers.actor();
        if (actor.is(Roles.SERVICE)) {
            return redemptions
                    .redeem(userOf(request), request.token(), Doer.service(actor))
                    .orThrow();
        }
        if (Stream.of(Roles.USER, Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT).noneMatch(actor::is)) {
            throw ProblemType.FORBIDDEN.because("A recovery link is used by its user, or by a service for him.");
        }
        Person me = arrivals.current();
        if (request.userId() != null && !me.id().equals(request.userId())) {
            throw wrong("is for services only");
        }
        return redemptions.redeem(me, request.token(), Doer.self(me)).orThrow();
    }

    private Person userOf(RedemptionRequest request) {
        String userId = request.userId();
        if (userId == null) {
            throw wrong("is required of a service");
        }
        return directory.personOrNotFound(userId);
    }

    private static Problem wrong(String rule) {
        return ProblemType.INVALID_REQUEST
                .because("The user is not named as this call wants it.")
                .violations(List.of(new Violation("userId", rule)));
    }
}
