package dev.lifering.provisioning;

import dev.lifering.directory.Account;
import dev.lifering.directory.AccountKind;
import dev.lifering.http.ExternalId;
import dev.lifering.http.PlainText;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as the platform knows it. */
@Schema(description = "An account as the platform knows it.")
public record AccountRequest(
        @NotNull @PlainText(max = 200) String name,

        @NotNull AccountKind kind,

        @Schema(description = "The reseller that brought the account; exactly a customer has one.")
        @Nullable
        @ExternalId
        String resellerId) {

    /** The account with this id, or a refusal when kind and reseller contradict one another. */
    Account toAccount(String id) {
        if ((kind == AccountKind.CUSTOMER) != (resellerId != null)) {
            throw ProblemType.INVALID_REQUEST
                    .because("Exactly a customer has a reseller.")
                    .violations(List.of(
                            new Violation("resellerId", "must be given for a customer, and for no other kind")));
        }
        return new Account(id, name, kind, resellerId);
    }
}
