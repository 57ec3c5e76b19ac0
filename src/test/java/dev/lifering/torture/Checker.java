package dev.lifering.torture;

import java.util.ArrayList;
import java.util.List;

/** Holds all promises against the evidence. */
final class Checker {
    private static final List<Check> CHECKS = List.of(
            new EventCheck(), new OnceCheck(), new StateCheck(), new LockoutCheck(), new LinkCheck(), new MailCheck());

    private Checker() {}

    static List<Breach> violations(Evidence evidence) {
        List<Breach> found = new ArrayList<>();
        CHECKS.forEach(check -> check.hold(evidence, found::add));
        return found;
    }
}
