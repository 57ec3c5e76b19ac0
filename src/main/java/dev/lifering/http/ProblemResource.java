package dev.lifering.http;

import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Explains each problem type at an address of its own. */
@Path("/problems/{name}")
@PermitAll
@Tag(name = "Well-known", description = "What anybody may read.")
public class ProblemResource {
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    private final ProblemPage page;

    ProblemResource(ProblemPage page) {
        this.page = page;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getProblem",
            summary = "Explain a problem type",
            description =
                    "What the problem `urn:lifering:problem:<name>` means and what to do about it. Browsers, which"
                            + " prefer `text/html`, get a page.")
    @Refuses(ProblemType.NOT_FOUND)
    public RestResponse<ProblemExplanation> explain(
            @Parameter(description = "The end of the member `type`.", example = "code-rejected") @PathParam("name")
                    String name) {
        return cached(ResponseBuilder.ok(ProblemExplanation.of(named(name)))).build();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<String> show(@PathParam("name") String name) {
        return cached(ResponseBuilder.ok(page.about(named(name))))
                .header(ResponseHeaders.CONTENT_SECURITY_POLICY, page.contentSecurityPolicy())
                .build();
    }

    private static ProblemType named(String name) {
        return ProblemType.bySlug(name)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no problem of this name."));
    }

    private static <T> ResponseBuilder<T> cached(ResponseBuilder<T> response) {
        return response.header(HttpHeaders.CACHE_CONTROL, FOR_AN_HOUR).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
