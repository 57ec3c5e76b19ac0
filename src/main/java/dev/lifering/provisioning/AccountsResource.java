package dev.lifering.provisioning;

import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.audit.Doer;
import dev.lifering.directory.Account;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Services provision accounts. */
@Path("/v1/accounts/{accountId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Services", description = "What services do that provision users and sign them in.")
public class AccountsResource {
    private final AccountProvisioning accounts;
    private final Callers callers;

    AccountsResource(AccountProvisioning accounts, Callers callers) {
        this.accounts = accounts;
        this.callers = callers;
    }

    @PUT
    @Operation(
            operationId = "putAccount",
            summary = "Provision an account",
            description =
                    "Makes the account, or brings it to this state; 201 when it is new. Repeating the call changes"
                            + " nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Was there, and is kept in this state",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Is new",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @Refuses({ProblemType.RESELLER_UNKNOWN, ProblemType.ACCOUNT_HAS_CUSTOMERS})
    public RestResponse<AccountView> put(
            @PathParam("accountId") @ExternalId String accountId, @NotNull @Valid AccountRequest request) {
        Account account = request.toAccount(accountId);
        boolean created = accounts.put(account, Doer.service(callers.actor()));
        return RestResponse.status(
                created ? RestResponse.Status.CREATED : RestResponse.Status.OK, AccountView.of(account));
    }

    @DELETE
    @Operation(
            operationId = "deleteAccount",
            summary = "Erase an account",
            description = "Erases the account with all its users and their secrets; the audit trail keeps pseudonyms."
                    + " Erasing what is not there is no error.")
    @Refuses(ProblemType.ACCOUNT_HAS_CUSTOMERS)
    public void erase(@PathParam("accountId") @ExternalId String accountId) {
        accounts.erase(accountId, Doer.service(callers.actor()));
    }
}
