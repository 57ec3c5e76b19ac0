package dev.lifering.migration.format;

import dev.lifering.crypto.Secret;
import dev.lifering.factor.totp.Base32;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.problem.ProblemType;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as {@code pi-tokenjanitor find … export --format csv} writes them (privacyidea/privacyidea,
 * {@code privacyidea/cli/pitokenjanitor/utils/findtokens.py}): {@code login@realm, serial, otpkey, type, otplen, timeStep}.
 * The key is hexadecimal, or base32 with {@code --b32}. The hash is not exported; it is SHA-1 unless somebody chose another.
 */
final class PrivacyIdeaTokens {
    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2})+");
    private static final int OWNER = 0;
    private static final int SERIAL = 1;
    private static final int KEY = 2;
    private static final int TYPE = 3;
    private static final int DIGITS = 4;
    private static final int STEP = 5;

    private PrivacyIdeaTokens() {}

    static List<Entry> line(long number, String line) {
        List<String> cells =
                Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        if (cells.size() != STEP && cells.size() != STEP + 1) {
            throw ProblemType.MALFORMED_REQUEST.because(
                    "The line must have 6 cells: owner, serial, otpkey, type, otplen,"
                            + " timeStep; a HOTP token has 5.");
        }
        String type = cells.get(TYPE).toLowerCase(Locale.ROOT);
        if (cells.get(OWNER).equals("n/a")) {
            throw ProblemType.NOT_FOUND.because("The token belongs to nobody.");
        }
        if (!type.equals("totp")) {
            return List.of(Entry.Found.nothing(number, owner(cells.get(OWNER)), List.of(type)));
        }
        var parameters = Parameters.of(
                null,
                Parameters.number("otplen", cells.get(DIGITS)),
                Parameters.number("timeStep", cells.size() > STEP ? given(cells.get(STEP)) : null));
        var app = new ForeignApp(Labels.of(cells.get(SERIAL)), key(cells.get(KEY)), parameters);
        return List.of(new Entry.Found(number, owner(cells.get(OWNER)), List.of(app)));
    }

    /** The login, which may be an address itself; or all of it, where the realm is the domain of the address. */
    private static Owner owner(String owner) {
        int at = owner.lastIndexOf('@');
        return new Owner.Named(at <= 0 ? List.of(owner) : List.of(owner.substring(0, at), owner));
    }

    /** Older versions ask for a misspelt name, and write Python's word for nothing. */
    private static @Nullable String given(String step) {
        return step.equals("None") ? null : step;
    }

    private static Secret key(String key) {
        Optional<Secret> read = HEX.matcher(key).matches()
                ? Optional.of(Secret.of(HexFormat.of().parseHex(key)))
                : Base32.read(key);
        return read.orElseThrow(() -> Parameters.refused("otpkey", "must be hexadecimal or base32"));
    }
}
