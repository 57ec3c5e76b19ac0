package dev.lifering.demo;

import dev.lifering.problem.ProblemType;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tokens for the personas of the demo. In production this address does not exist. */
@Path("/demo")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@EndpointDisabled(name = "lifering.demo", stringValue = "false", disableIfMissing = true)
public class DemoResource {
    private final DemoTokens tokens;

    DemoResource(DemoTokens tokens) {
        this.tokens = tokens;
    }

    @GET
    @Path("personas")
    @Operation(operationId = "listPersonas", hidden = true)
    public List<PersonaView> personas() {
        return Arrays.stream(Persona.values()).map(PersonaView::of).toList();
    }

    @POST
    @Path("tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createDemoToken", hidden = true)
    public TokenView token(@NotNull @Valid TokenRequest request) {
        return Persona.byId(request.persona())
                .map(tokens::token)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No persona has this name; see /demo/personas."));
    }
}
