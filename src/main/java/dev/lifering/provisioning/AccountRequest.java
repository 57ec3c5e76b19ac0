package dev.lifering.provisioning;

import dev.lifering.directory.AccountKind;
import dev.lifering.http.ExternalId;
import dev.lifering.http.PlainText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as the platform knows it. */
@Schema(description = "An account as the platform knows it.")
public record AccountRequest(
        @NotNull @PlainText(max = 200) String name,

        @NotNull AccountKind kind,

        @Schema(description = "The reseller that brought the account; exactly a customer has one.") @Nullable @ExternalId
        String resellerId) {

    @AssertTrue(message = "must be given for a customer, and for no other kind")
    @Schema(hidden = true)
    boolean isResellerIdFitting() {
        return kind == null || (kind == AccountKind.CUSTOMER) == (resellerId != null);
    }
}
