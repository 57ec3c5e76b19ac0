package dev.lifering.http;

import dev.lifering.problem.ProblemType;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does on demand what resources may come to do. */
@Path("/v1/probe")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class ProbeResource {
    private static final Logger LOG = Logger.getLogger(ProbeResource.class);

    private final RequestFacts facts;
    private final Gate gate;

    ProbeResource(RequestFacts facts, Gate gate) {
        this.facts = facts;
        this.gate = gate;
    }

    enum Colour {
        LIGHT_BLUE,
        RED
    }

    record Inner(@PlainText(max = 5) @Nullable String name) {}

    record Body(
            @Nullable @PlainText(max = 20) String text,
            @Nullable Integer number,
            @Nullable Boolean flag,
            @Nullable Colour colour,
            @Nullable Instant at,
            @Nullable Duration span,
            @Nullable UUID id,
            @Nullable List<@Valid Inner> items) {}

    record Code(@NotNull String code) {
        Code {
            if ("refuse-me".equals(code)) {
                throw new IllegalArgumentException("never say " + code);
            }
        }
    }

    record Primitive(int number, boolean flag) {}

    @GET
    @Operation(hidden = true)
    public Map<String, String> facts() {
        LOG.info("probe asked for facts");
        return Map.of("requestId", facts.requestId(), "clientAddress", facts.clientAddress());
    }

    @POST
    @Operation(hidden = true)
    public Body echo(@NotNull @Valid Body body) {
        return body;
    }

    @POST
    @Path("/code")
    @Operation(hidden = true)
    public Code code(@NotNull @Valid Code code) {
        return code;
    }

    @POST
    @Path("/primitive")
    @Operation(hidden = true)
    public Primitive primitive(@NotNull Primitive primitive) {
        return primitive;
    }

    @POST
    @Path("/optional")
    @Operation(hidden = true)
    public Map<String, Boolean> optional(@Valid @Nullable Code code) {
        return Map.of("present", code != null);
    }

    @POST
    @Path("/lines")
    @Consumes("application/x-ndjson")
    @Operation(hidden = true)
    public Map<String, Long> lines(InputStream lines) throws IOException {
        return Map.of("bytes", lines.transferTo(java.io.OutputStream.nullOutputStream()));
    }

    @GET
    @Path("/query")
    @Operation(hidden = true)
    public Map<String, String> query(
            @QueryParam("limit") @DefaultValue("50") @Max(200) int limit,
            @QueryParam("max") @Nullable Integer max,
            @QueryParam("colour") @Nullable Colour colour,
            @QueryParam("cursor") @Nullable String cursor) {
        if (cursor != null) {
            Cursor.read(cursor, 1);
        }
        return Map.of("limit", "" + limit, "max", "" + max, "colour", "" + colour);
    }

    @GET
    @Path("/ids/{id}")
    @Operation(hidden = true)
    public Map<String, String> byId(@PathParam("id") UUID id) {
        return Map.of("id", id.toString());
    }

    @GET
    @Path("/accounts/{accountId}")
    @Operation(hidden = true)
    public Map<String, String> account(@PathParam("accountId") @ExternalId String accountId) {
        return Map.of("id", accountId);
    }

    @GET
    @Path("/fail/{how}")
    @Operation(hidden = true)
    public String fail(@PathParam("how") String how) throws Exception {
        switch (how) {
            case "problem" -> throw ProblemType.LOCKED.because("Wait.").retryAfter(Duration.ofMillis(29_100));
            case "wrapped" -> throw new IllegalStateException(ProblemType.MANDATORY.because("No."));
            case "unknown" -> throw new IllegalStateException("the cause");
            case "connection" -> throw new RuntimeException(new SQLException("gone", "08006"));
            case "pool" -> throw new RuntimeException(new SQLException("Sorry, acquisition timeout!"));
            case "constraint" -> throw new RuntimeException(new SQLException("duplicate key", "23505"));
            case "forbidden" -> throw new ForbiddenException();
            case "teapot" -> throw new WebApplicationException(418);
            default -> throw new WebApplicationException(Integer.parseInt(how));
        }
    }

    @GET
    @Path("/result")
    @Operation(hidden = true)
    @NotNull
    public @Nullable String brokenResult() {
        return null;
    }

    @GET
    @Path("/admin")
    @RolesAllowed("admin")
    @Operation(hidden = true)
    public String admin() {
        return "{}";
    }

    /** Keeps a worker busy until the gate is opened. */
    @GET
    @Path("/gate")
    @Operation(hidden = true)
    public String waitAtTheGate() throws InterruptedException {
        gate.pass();
        return "{}";
    }

    @GET
    @Path("/denied")
    @DenyAll
    @Operation(hidden = true)
    public String denied() {
        return "{}";
    }
}
