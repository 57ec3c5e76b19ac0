package dev.lifering.runtime;

import dev.lifering.audit.proof.VerifyAudit;
import dev.lifering.migration.ImportArguments;
import dev.lifering.migration.ImportCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The service; or, with a command, a small tool that needs no configuration. */
@QuarkusMain
public class Lifering {

    /** Runs the command if there is one, and otherwise the service until it is stopped. */
    public static void main(String... args) {
        if (args.length == 0) {
            // Quarkus would refuse what is no URI without a word; http.HeadLimit does it with a problem document.
            System.setProperty("vertx.disableURIValidation", "true");
            // Netty calls http.HeadDeadline.
            System.setProperty("io.netty.bootstrap.extensions", "serviceload");
            Quarkus.run();
            return;
        }
        if (args[0].equals(VerifyAudit.NAME)) {
            System.exit(
                    new VerifyAudit(System.out, System.err).run(List.of(args).subList(1, args.length)));
        }
        if (ImportArguments.of(List.of(args)).isPresent()) {
            ImportCommand.prepare();
            Quarkus.run(ImportCommand.class, args);
            return;
        }
        var commands = new KeyCommands(InstantSource.system(), new SecureRandom(), System.out, System.err);
        System.exit(commands.run(List.of(args)));
    }
}
