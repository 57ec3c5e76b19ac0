package dev.lifering.overview;

import dev.lifering.access.Roles;
import dev.lifering.arrival.Arrivals;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A user looks at his own second factor. */
@Path("/v1/me/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My second factor", description = "What users do about their own second factor.")
public class MySecondFactorResource {
    private final Overview overview;
    private final Arrivals arrivals;

    MySecondFactorResource(Overview overview, Arrivals arrivals) {
        this.overview = overview;
        this.arrivals = arrivals;
    }

    @GET
    @RolesAllowed({Roles.USER, Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
    @Operation(
            operationId = "getMySecondFactor",
            summary = "Look at one's own second factor",
            description = "The first call of a user of a known account creates the user from the token's claims.")
    @Refuses({
        ProblemType.ACCOUNT_CLAIM_MISSING,
        ProblemType.ACCOUNT_UNKNOWN,
        ProblemType.USER_NOT_PROVISIONED,
        ProblemType.USER_INACTIVE
    })
    public SecondFactorView mine() {
        return overview.of(arrivals.current());
    }
}
