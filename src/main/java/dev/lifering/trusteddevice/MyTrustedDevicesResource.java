package dev.lifering.trusteddevice;

import dev.lifering.access.Roles;
import dev.lifering.arrival.Arrivals;
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

/** A user sees which of his devices are trusted, and ends that. */
@Path("/v1/me/trusted-devices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
@Tag(name = "My second factor")
public class MyTrustedDevicesResource {
    private final MyTrustedDevicesService devices;
    private final Arrivals arrivals;

    MyTrustedDevicesResource(MyTrustedDevicesService devices, Arrivals arrivals) {
        this.devices = devices;
        this.arrivals = arrivals;
    }

    @GET
    @Operation(
            operationId = "listMyTrustedDevices",
            summary = "List one's own trusted devices",
            description = "Newest first; a user has at most 20, so there is one page.")
    @Refuses(ProblemType.USER_INACTIVE)
    public Page<TrustedDeviceView> mine() {
        return new Page<>(devices.list(arrivals.current()), null);
    }

    @DELETE
    @Operation(
            operationId = "revokeMyTrustedDevices",
            summary = "Trust none of one's devices any more",
            description = "The next login on each of them needs a code. Takes no code itself, as it weakens nothing.")
    @Refuses(ProblemType.USER_INACTIVE)
    public void revokeAll() {
        devices.revokeAll(arrivals.current());
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "revokeMyTrustedDevice",
            summary = "Trust a device no more",
            description = "The next login on it needs a code. Takes no code itself, as it weakens nothing.")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.USER_INACTIVE})
    public void revoke(@PathParam("id") UUID id) {
        devices.revoke(arrivals.current(), id);
    }
}
