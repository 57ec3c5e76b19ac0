package dev.lifering.runtime;

import dev.lifering.audit.proof.VerifyAudit;
import dev.lifering.crypto.InvalidKeySet;
import dev.lifering.crypto.KeySet;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The commands that make key sets. Nothing but the key set goes to standard output. */
final class KeyCommands {
    private static final int DONE = 0;
    private static final int WRONG_USE = 2;

    private final InstantSource time;
    private final SecureRandom random;
    private final PrintStream out;
    private final PrintStream err;

    KeyCommands(InstantSource time, SecureRandom random, PrintStream out, PrintStream err) {
        this.time = time;
        this.random = random;
        this.out = out;
        this.err = err;
    }

    /** Runs one command and gives the exit code of the process. */
    int run(List<String> args) {
        if (args.equals(List.of("generate-keys"))) {
            return print(KeySet.generate(random, time.instant()));
        }
        if (args.size() == 2 && args.get(0).equals("rotate-keys")) {
            return rotate(args.get(1));
        }
        err.println("Usage: without arguments the service starts; the commands are");
        err.println("  generate-keys      print a fresh key set");
        err.println("  rotate-keys FILE   print the key set in FILE with new current keys in front");
        err.println("  import FORMAT FILE --account ID [--dry-run] [--notify] [--issuer NAME] [--secret-file FILE]");
        err.println("                     bring users and their second factors over; docs/migrate.md has the formats");
        err.println("  " + VerifyAudit.USE);
        err.println("                     check an export of the audit trail that was made with seals=true");
        return WRONG_USE;
    }

    private int rotate(String file) {
        try {
            return print(KeySet.read(file).rotated(random, time.instant()));
        } catch (InvalidKeySet invalid) {
            err.println("rotate-keys: " + invalid.getMessage());
            return WRONG_USE;
        }
    }

    private int print(KeySet keys) {
        out.println(keys.toJson());
        out.flush();
        return DONE;
    }
}
