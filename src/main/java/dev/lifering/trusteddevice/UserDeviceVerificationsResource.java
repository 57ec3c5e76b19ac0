package dev.lifering.trusteddevice;

import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.audit.Doer;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Idempotent;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A service signs a user in whose device is trusted. */
@Path("/v1/users/{userId}/device-verifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Services")
public class UserDeviceVerificationsResource {
    private final DeviceVerificationService verifications;
    private final Callers callers;

    UserDeviceVerificationsResource(DeviceVerificationService verifications, Callers callers) {
        this.verifications = verifications;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "verifyUserDevice",
            summary = "Let a user in whose device is trusted",
            description =
                    "Takes the token that the device was given last, and gives the next one: keep that, and let the user"
                            + " in, on a 200 only; on anything else ask for a code. A token works once. Send an"
                            + " Idempotency-Key, so that an answer that was lost can be asked for again.")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.USER_INACTIVE, ProblemType.DEVICE_REJECTED, ProblemType.LOCKED})
    public DeviceVerificationView verify(
            @PathParam("userId") @ExternalId String userId, @NotNull @Valid DeviceVerificationRequest request) {
        return verifications
                .verify(userId, request, Doer.service(callers.actor()))
                .orThrow();
    }
}
