package dev.lifering.demo;

import dev.lifering.mail.CapturedMails;
import dev.lifering.mail.CapturedMails.CapturedMail;
import dev.lifering.problem.ProblemType;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The mails of the demo, shown in place of being sent. In production this address does not exist. */
@Path("/demo/mails")
@PermitAll
@EndpointDisabled(name = "lifering.demo", stringValue = "false", disableIfMissing = true)
public class DemoMailsResource {
    /** Mails style themselves; nothing else of theirs may run or load. */
    private static final String ONLY_STYLES = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final CapturedMails mails;

    DemoMailsResource(CapturedMails mails) {
        this.mails = mails;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listDemoMails", hidden = true)
    public List<DemoMailView> list(@QueryParam("to") @Nullable String to) {
        return newest(to).stream().map(DemoMailView::of).toList();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showDemoMails", hidden = true)
    public RestResponse<String> page(@QueryParam("to") @Nullable String to) {
        return html(MailListPage.of(newest(to)));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showDemoMail", hidden = true)
    public RestResponse<String> mail(@PathParam("id") UUID id) {
        return mails.one(id)
                .map(mail -> html(mail.html()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No mail of the demo has this id."));
    }

    private List<CapturedMail> newest(@Nullable String to) {
        return mails.newest().stream()
                .filter(mail -> to == null || mail.to().equalsIgnoreCase(to))
                .toList();
    }

    private static RestResponse<String> html(String document) {
        return ResponseBuilder.ok(document)
                .header("Content-Security-Policy", ONLY_STYLES)
                .build();
    }
}
