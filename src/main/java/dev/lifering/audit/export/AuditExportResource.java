package dev.lifering.audit.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.audit.AuditFilter;
import dev.lifering.audit.AuditSearch;
import dev.lifering.http.ExternalId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The list of an account's events in the formats that are read by programs; the document describes it with the list. */
@Path("/v1/accounts/{accountId}/audit-events")
@RolesAllowed({Roles.ADMIN, Roles.RESELLER, Roles.SUPPORT})
public class AuditExportResource {
    private final AuditExports exports;
    private final Callers callers;
    private final ExportFormat ndjson;
    private final ExportFormat csv = new CsvFormat();

    AuditExportResource(AuditExports exports, Callers callers, ObjectMapper json) {
        this.exports = exports;
        this.callers = callers;
        this.ndjson = new NdjsonFormat(json);
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(hidden = true)
    public StreamingOutput lines(
            @PathParam("accountId") @ExternalId String accountId,
            @QueryParam("user") @Nullable @ExternalId String user,
            @QueryParam("actor") @Nullable @ExternalId String actor,
            @BeanParam AuditFilter filter,
            @QueryParam("seals") @Nullable Boolean seals) {
        AuditSearch search = filter.search(user, actor);
        if (Boolean.TRUE.equals(seals)) {
            var order = exports.sealedOrder(callers.actor(), accountId, search);
            return out -> exports.runSealed(order, out);
        }
        var order = exports.order(callers.actor(), accountId, search);
        return out -> exports.run(order, ndjson, out);
    }

    @GET
    @Produces("text/csv")
    @Operation(hidden = true)
    public StreamingOutput table(
            @PathParam("accountId") @ExternalId String accountId,
            @QueryParam("user") @Nullable @ExternalId String user,
            @QueryParam("actor") @Nullable @ExternalId String actor,
            @BeanParam AuditFilter filter,
            @QueryParam("seals") @Nullable Boolean seals) {
        var order = exports.order(callers.actor(), accountId, filter.search(user, actor));
        AuditSearch.refuseSeals(seals);
        return out -> exports.run(order, csv, out);
    }
}
