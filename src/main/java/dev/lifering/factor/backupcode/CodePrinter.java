package dev.lifering.factor.backupcode;

import dev.lifering.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws codes and labels, and makes of a code what is shown and what is kept. */
@ApplicationScoped
class CodePrinter {
    private static final int LABEL_SYMBOLS = 4;

    private final SecureRandom random;
    private final CodeHasher hasher;

    CodePrinter(SecureRandom random, CodeHasher hasher) {
        this.random = random;
        this.hasher = hasher;
    }

    /** Codes with different first symbols, in no order that would say anything. */
    List<BackupCode> draw(int count) {
        List<Integer> locators = IntStream.range(0, Crockford.RADIX).boxed().collect(Collectors.toList());
        Collections.shuffle(locators, random);
        return locators.stream()
                .limit(count)
                .map(locator -> BackupCode.draw(random, locator))
                .toList();
    }

    /** A label like {@code LR-7Q4F}, to tell one set from another. Not a secret. */
    String label() {
        var label = new StringBuilder("LR-");
        for (int i = 0; i < LABEL_SYMBOLS; i++) {
            label.append(Crockford.symbol(random.nextInt(Crockford.RADIX)));
        }
        return label.toString();
    }

    BackupCodeEntity row(UUID setId, BackupCode code) {
        return BackupCodeEntity.of(new BackupCodeId(setId, (short) code.locator()), hasher.hash(code));
    }

    static Secret shown(BackupCode code) {
        return Secret.of(code.reveal().getBytes(StandardCharsets.US_ASCII));
    }
}
