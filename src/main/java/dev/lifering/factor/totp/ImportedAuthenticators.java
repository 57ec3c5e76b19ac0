package dev.lifering.factor.totp;

import dev.lifering.crypto.Ids;
import dev.lifering.crypto.Sealed;
import dev.lifering.crypto.Secret;
import dev.lifering.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Authenticators that come over from other products with their secrets, and wait for their first good code. */
@ApplicationScoped
public class ImportedAuthenticators {
    private final AuthenticatorRows rows;
    private final AppSecrets secrets;
    private final Ids ids;

    ImportedAuthenticators(AuthenticatorRows rows, AppSecrets secrets, Ids ids) {
        this.rows = rows;
        this.secrets = secrets;
        this.ids = ids;
    }

    /**
     * What a person has already.
     *
     * @param secrets of the authenticators in use
     * @param untouched whether all of them came by import, and none has shown a good code yet
     */
    public record Having(List<Secret> secrets, boolean untouched) {
        public static final Having NOTHING = new Having(List.of(), true);

        public Having {
            secrets = List.copyOf(secrets);
        }
    }

    public Having of(Person person) {
        List<AuthenticatorEntity> apps = rows.of(person.id());
        return new Having(
                apps.stream().map(app -> secrets.open(app.id, app.sealedSecret)).toList(),
                apps.stream().allMatch(AuthenticatorEntity::isUnproven));
    }

    /** Takes the app into use as it is; nothing of it is burnt. */
    @Transactional(TxType.MANDATORY)
    public UUID add(Person person, ForeignApp app, String from, Instant now) {
        var row = new AuthenticatorEntity();
        row.id = ids.next();
        row.userId = person.id();
        row.label = app.label();
        Sealed sealed = secrets.seal(row.id, app.secret());
        row.sealedSecret = sealed.jwe();
        row.secretKeyId = sealed.keyId();
        row.algorithm = app.parameters().algorithm();
        row.digits = app.parameters().digits();
        row.periodSeconds = Math.toIntExact(app.parameters().period().toSeconds());
        row.lastStep = AuthenticatorEntity.NOTHING_BURNT;
        row.createdAt = now;
        row.lastUsedAt = now;
        row.importedFrom = from;
        rows.persist(row);
        return row.id;
    }
}
