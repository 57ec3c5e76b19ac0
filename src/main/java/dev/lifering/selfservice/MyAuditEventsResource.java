package dev.lifering.selfservice;

import dev.lifering.access.Roles;
import dev.lifering.arrival.Arrivals;
import dev.lifering.audit.AuditEventView;
import dev.lifering.audit.AuditFilter;
import dev.lifering.audit.AuditReading;
import dev.lifering.http.Page;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A user looks at what happened to his second factor. */
@Path("/v1/me/audit-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My second factor")
public class MyAuditEventsResource {
    private final AuditReading audit;
    private final Arrivals arrivals;

    MyAuditEventsResource(AuditReading audit, Arrivals arrivals) {
        this.audit = audit;
        this.arrivals = arrivals;
    }

    @GET
    @RolesAllowed({Roles.USER, Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
    @Operation(
            operationId = "listMyAuditEvents",
            summary = "Look at what happened to one's own second factor",
            description =
                    "Newest first. nextCursor leads to the next page, with the same filters; a page may hold fewer"
                            + " events than limit, or none, and still lead on, as each call looks through 10,000 events at"
                            + " most.")
    @Refuses(ProblemType.USER_INACTIVE)
    public Page<AuditEventView> mine(
            @BeanParam AuditFilter filter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return audit.about(arrivals.current(), filter.search(null, null), cursor, limit);
    }
}
