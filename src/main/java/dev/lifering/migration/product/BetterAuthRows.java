package dev.lifering.migration.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.crypto.Secret;
import dev.lifering.factor.backupcode.legacy.LegacyScheme;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.migration.format.Entry;
import dev.lifering.migration.format.Labels;
import dev.lifering.migration.format.Owner;
import dev.lifering.migration.format.Parameters;
import dev.lifering.problem.ProblemType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of better-auth's table {@code twoFactor} (better-auth/better-auth, {@code packages/better-auth/src/crypto/index.ts}
 * and {@code src/plugins/two-factor}). The secret is sealed with XChaCha20-Poly1305 under SHA-256 of the application's secret:
 * hexadecimal, the nonce in front, since version 1.5 behind {@code $ba$<version>$}. What is inside is the key itself, as text.
 * Digits and period are settings of the application, so its defaults are taken: SHA-1, 6 digits, 30 seconds. The backup codes
 * are an array of texts in JSON, sealed in the same way unless the application keeps them in plain; spent ones are gone.
 */
final class BetterAuthRows implements JsonElements.ElementReading {
    private static final Pattern ENVELOPE = Pattern.compile("(?:\\$ba\\$[0-9]{1,9}\\$)?((?:[0-9a-f]{2})+)");

    private final List<byte[]> keys = new ArrayList<>();
    private final ObjectMapper trees = new ObjectMapper();

    /**
     * @param secrets of the application; each is tried
     */
    BetterAuthRows(List<Secret> secrets) {
        secrets.forEach(secret -> keys.add(sha256(secret)));
    }

    @Override
    public Entry read(long number, JsonNode row) {
        var owner = new Owner.ById(userId(row), null);
        if (row.has("verified") && !row.path("verified").asBoolean(true)) {
            return Entry.Found.nothing(number, owner, List.of("totp that was never verified"));
        }
        var findings = new Findings(LegacyScheme.BETTER_AUTH);
        findings.take(
                new ForeignApp(Labels.of(null), secret(Json.required(row, "secret")), Parameters.of(null, null, null)));
        String codes = backupCodes(row);
        if (codes != null) {
            findings.take(codes(codes));
        }
        return findings.of(number, owner);
    }

    /** What each is kept as; one that is none for a set that cannot be read. */
    private Stream<Optional<Secret>> codes(String kept) {
        Optional<JsonNode> codes = kept.startsWith("[")
                ? tree(kept.getBytes(StandardCharsets.UTF_8))
                : open(kept).flatMap(opened -> tree(opened.bytes()));
        return codes.filter(JsonNode::isArray)
                .map(array -> Json.elements(array).map(code -> LegacyScheme.BETTER_AUTH.read(code.asText())))
                .orElseGet(() -> Stream.of(Optional.empty()));
    }

    private Optional<JsonNode> tree(byte[] json) {
        try {
            return Optional.ofNullable(trees.readTree(json));
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    /** Adapters for SQL may name columns in snake_case. */
    private static String userId(JsonNode row) {
        String id = Json.text(row, "user_id");
        return id == null ? Json.required(row, "userId") : id;
    }

    private static @Nullable String backupCodes(JsonNode row) {
        String codes = Json.text(row, "backup_codes");
        return codes == null ? Json.text(row, "backupCodes") : codes;
    }

    private Secret secret(String sealed) {
        if (!ENVELOPE.matcher(sealed).matches()) {
            throw ProblemType.INVALID_REQUEST.because("The secret is not sealed as better-auth does it.");
        }
        return open(sealed)
                .orElseThrow(() -> ProblemType.INVALID_REQUEST.because(
                        "The application's secret that was given does not open it."));
    }

    private Optional<Secret> open(String sealed) {
        var envelope = ENVELOPE.matcher(sealed);
        if (!envelope.matches()) {
            return Optional.empty();
        }
        byte[] box = HexFormat.of().parseHex(envelope.group(1));
        return keys.stream()
                .map(key -> XChaCha20Poly1305.open(key, box))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static byte[] sha256(Secret secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
