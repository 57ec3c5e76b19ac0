package dev.lifering.audit.proof;

import dev.lifering.audit.seal.EventIds;
import dev.lifering.audit.seal.SignedSeal;
import dev.lifering.crypto.InvalidKeySet;
import dev.lifering.crypto.VerificationKeys;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The command {@code verify-audit}: checks an export with seals, in constant memory, with nothing but the file and the
 * public keys. It ends with 0 when all that is sealed is as it was, 1 when something is wrong, and 2 when that cannot be
 * said.
 */
public final class VerifyAudit {
    /** The first argument of the command. */
    public static final String NAME = "verify-audit";

    /** How it is called. */
    public static final String USE = NAME + " FILE --keys JWKS-FILE [--expect-seal SEQUENCE:HASH]";

    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int UNPROVEN = 2;

    private final PrintStream out;
    private final PrintStream err;

    public VerifyAudit(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the command with what follows its name, and gives the exit code of the process. */
    public int run(List<String> args) {
        Optional<VerifyArguments> arguments = VerifyArguments.parse(args);
        if (arguments.isEmpty()) {
            err.println("Usage: " + USE);
            return UNPROVEN;
        }
        try {
            return check(arguments.get());
        } catch (InvalidKeySet invalid) {
            err.println(NAME + ": " + invalid.getMessage());
        } catch (IOException unreadable) {
            err.println(NAME + ": " + arguments.get().file() + " cannot be read ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
        return UNPROVEN;
    }

    private int check(VerifyArguments arguments) throws IOException {
        Optional<VerificationKeys> keys = arguments.keys().map(VerificationKeys::read);
        var check = new TrailCheck(keys, arguments.remembered());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(arguments.file())))) {
            var lines = new Lines(in);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                check.accept(line.get());
            }
        }
        TrailCheck.Verdict verdict = check.finish();
        tell(verdict, keys.isPresent());
        if (verdict.findings().count() > 0) {
            return BROKEN;
        }
        return keys.isPresent() && verdict.seals() > 0 ? INTACT : UNPROVEN;
    }

    private void tell(TrailCheck.Verdict verdict, boolean isSigned) {
        verdict.newest().ifPresent(newest -> tellChain(newest, verdict.oldest().orElseThrow(), verdict));
        verdict.oldestUnsealed()
                .ifPresent(
                        oldest -> out.println("Not sealed yet, so that nothing is proven of them: " + verdict.unsealed()
                                + " events, the first in the file, the oldest of " + EventIds.moment(oldest)
                                + ". Sealing takes minutes: if that was long before the export, ask why."));
        long wrong = verdict.findings().count();
        if (wrong > 0) {
            out.println("BROKEN: " + wrong + (wrong == 1 ? " thing is" : " things are") + " wrong, first of all");
            verdict.findings().first().forEach(finding -> out.println("  " + finding));
        } else if (verdict.seals() == 0) {
            out.println("UNPROVEN: there is no seal in the file. Export with seals=true.");
        } else if (isSigned) {
            out.println("INTACT: what is sealed is as it was recorded.");
        } else {
            out.println("UNPROVEN: the chain fits, but without --keys no signature was checked, and whoever can write"
                    + " the file can make such a chain.");
        }
        out.flush();
    }

    private void tellChain(SignedSeal newest, SignedSeal oldest, TrailCheck.Verdict verdict) {
        out.println("Of " + newest.seal().chain() + ": " + verdict.seals() + " seals, " + verdict.intact()
                + " events as they were sealed, up to "
                + EventIds.moment(newest.seal().to()) + ".");
        if (oldest.seal().sequence() > 1) {
            out.println("The file begins with " + oldest.seal() + ", at "
                    + EventIds.moment(oldest.seal().from()) + ": what was before is not in it.");
        }
        out.println("The last seal is " + newest.seal().sequence() + ":" + newest.hash()
                + ". Remember it for --expect-seal: nothing else shows that a later file ends too early.");
    }
}
