package dev.lifering.console;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells the console's pages where they run. No secret is in it. */
@Path("/console/settings.json")
@PermitAll
public class ConsoleSettingsResource {
    private final ConsoleSettings settings;

    ConsoleSettingsResource(ConsoleSettings settings) {
        this.settings = settings;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getConsoleSettings", hidden = true)
    public ConsoleSettingsView settings() {
        return settings.view();
    }
}
