package dev.lifering.webhook.delivery;

import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.audit.Doer;
import dev.lifering.http.Idempotent;
import dev.lifering.http.Page;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How webhooks fare. They belong to the platform and not to an account, so no administrator sees them. */
@Path("/v1/webhooks/{name}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "How messages to the endpoints fare that the operator has set.")
public class WebhooksResource {
    private final ReplayService replays;
    private final Callers callers;

    WebhooksResource(ReplayService replays, Callers callers) {
        this.replays = replays;
        this.callers = callers;
    }

    @GET
    @Path("deliveries")
    @RolesAllowed({Roles.SUPPORT, Roles.SERVICE})
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List deliveries to a webhook",
            description =
                    "Newest first, all or those in one state. What was delivered is shown for 3 days, what is parked for"
                            + " 30. nextCursor leads to the next page.")
    @Refuses(ProblemType.NOT_FOUND)
    public Page<DeliveryView> list(
            @PathParam("name") String name,
            @QueryParam("state") @Nullable DeliveryState state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return replays.page(name, state, cursor, limit);
    }

    @POST
    @Idempotent
    @Path("replays")
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "replayWebhookDeliveries",
            summary = "Try parked deliveries again",
            description =
                    "Right away, and for 3 more days: all that are parked for this webhook, or those of the events named."
                            + " Each call takes up to 10,000.")
    @Refuses(ProblemType.NOT_FOUND)
    public ReplayView replay(@PathParam("name") String name, @NotNull @Valid ReplayRequest request) {
        Set<UUID> events = request.events();
        ReplayView replayed = replays.replay(name, events == null ? Set.of() : events, Doer.service(callers.actor()));
        replays.look(name);
        return replayed;
    }
}
