package dev.lifering.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles in the claim {@code groups}; they grant in exact spelling only. */
public final class Roles {
    public static final String USER = "user";
    public static final String ADMIN = "admin";
    public static final String RESELLER = "reseller";
    public static final String SUPPORT = "support";
    public static final String SERVICE = "service";

    private static final Set<String> NEVER_BESIDE_RESELLER = Set.of(SUPPORT, SERVICE);

    private Roles() {}

    /**
     * Whether any of these reads {@code reseller}, however it is written. Excluding must not depend on the spelling of
     * an identity provider (fail closed).
     */
    public static boolean readReseller(Set<String> groups) {
        return groups.stream().anyMatch(Roles::readsReseller);
    }

    /** The roles that count: beside a reseller's, those of a service and of Support do not. */
    public static Set<String> granted(Set<String> groups) {
        if (!readReseller(groups)) {
            return Set.copyOf(groups);
        }
        return groups.stream()
                .filter(group -> !NEVER_BESIDE_RESELLER.contains(group))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean readsReseller(String group) {
        String plain = Normalizer.normalize(group, Normalizer.Form.NFKC).strip();
        return plain.toLowerCase(Locale.ROOT).equals(RESELLER);
    }
}
