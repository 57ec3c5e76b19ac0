package dev.lifering.provisioning;

import dev.lifering.directory.Account;
import dev.lifering.directory.AccountKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as it is kept. */
@Schema(description = "An account as it is kept.")
public record AccountView(
        String id, String name, AccountKind kind, @Nullable String resellerId) {

    static AccountView of(Account account) {
        return new AccountView(account.id(), account.name(), account.kind(), account.reseller());
    }
}
