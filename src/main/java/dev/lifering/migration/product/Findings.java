package dev.lifering.migration.product;

import dev.lifering.crypto.Secret;
import dev.lifering.factor.backupcode.legacy.ForeignCodes;
import dev.lifering.factor.backupcode.legacy.LegacyScheme;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.migration.format.Entry;
import dev.lifering.migration.format.Owner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a file says of the second factors of one user: what comes over, and what stays. */
final class Findings {
    private final LegacyScheme scheme;
    private final List<ForeignApp> apps = new ArrayList<>();
    private final Set<Secret> codes = new LinkedHashSet<>();
    private final List<String> leftBehind = new ArrayList<>();

    /**
     * @param scheme of the product's backup codes
     */
    Findings(LegacyScheme scheme) {
        this.scheme = scheme;
    }

    void take(ForeignApp app) {
        apps.add(app);
    }

    /**
     * Takes unspent codes.
     *
     * @param found what is to be hashed of each; empty for one that is none, with which the set is named as left behind
     */
    void take(Stream<Optional<Secret>> found) {
        for (Optional<Secret> code : found.toList()) {
            if (code.isPresent() && (codes.contains(code.get()) || codes.size() < ForeignCodes.MOST)) {
                codes.add(code.get());
            } else {
                leave(scheme.nameThere());
            }
        }
    }

    void leave(String what) {
        if (!leftBehind.contains(what)) {
            leftBehind.add(what);
        }
    }

    /** Codes alone stay behind: a second factor that is nothing but a list of codes cannot be set up here either. */
    Entry.Found of(long number, Owner owner) {
        if (apps.isEmpty() && !codes.isEmpty()) {
            leave(scheme.nameThere());
        }
        boolean come = !apps.isEmpty() && !codes.isEmpty();
        return new Entry.Found(
                number, owner, apps, come ? new ForeignCodes(scheme, List.copyOf(codes)) : null, leftBehind);
    }
}
