package dev.lifering.trusteddevice;

import dev.lifering.access.Roles;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Page;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Those who look after an account see which devices of a user are trusted; its administrators end that. */
@Path("/v1/accounts/{accountId}/users/{userId}/trusted-devices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class UserTrustedDevicesResource {
    private final UserTrustedDevicesService devices;

    UserTrustedDevicesResource(UserTrustedDevicesService devices) {
        this.devices = devices;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT, Roles.SERVICE})
    @Operation(
            operationId = "listUserTrustedDevices",
            summary = "List the trusted devices of a user",
            description =
                    "For whoever may look at the users of the account. Newest first; a user has at most 20, so there"
                            + " is one page.")
    @Refuses(ProblemType.NOT_FOUND)
    public Page<TrustedDeviceView> list(
            @PathParam("accountId") @ExternalId String accountId, @PathParam("userId") @ExternalId String userId) {
        return new Page<>(devices.list(accountId, userId), null);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "revokeUserTrustedDevice",
            summary = "Trust a device of a user no more",
            description =
                    "The user's next login on it needs a code. By an administrator of the user's own account, never"
                            + " by a reseller. Takes no code, as it weakens nothing.")
    @Refuses({
        ProblemType.ACCOUNT_CLAIM_MISSING,
        ProblemType.RESELLER_CANNOT_RESET,
        ProblemType.NOT_FOUND,
        ProblemType.USER_INACTIVE
    })
    public void revoke(
            @PathParam("accountId") @ExternalId String accountId,
            @PathParam("userId") @ExternalId String userId,
            @PathParam("id") UUID id) {
        devices.revoke(accountId, userId, id);
    }
}
