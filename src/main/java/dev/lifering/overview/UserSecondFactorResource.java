package dev.lifering.overview;

import dev.lifering.access.Roles;
import dev.lifering.directory.Directory;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A service asks what a login of a user needs. */
@Path("/v1/users/{userId}/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Services")
public class UserSecondFactorResource {
    private final Overview overview;
    private final Directory directory;

    UserSecondFactorResource(Overview overview, Directory directory) {
        this.overview = overview;
        this.directory = directory;
    }

    @GET
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "getUserSecondFactor",
            summary = "Look at a user's second factor",
            description =
                    "For a service that signs a user in: demands says whether to ask for a second factor, by which"
                            + " methods, and whether and by when to send the user to set one up.")
    @Refuses(ProblemType.NOT_FOUND)
    public SecondFactorView ofUser(@PathParam("userId") @ExternalId String userId) {
        return overview.of(directory.personOrNotFound(userId));
    }
}
