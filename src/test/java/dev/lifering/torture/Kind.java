package dev.lifering.torture;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a request asks for, and which audit events each answer must leave: these, once, and no others. */
enum Kind {
    ACCOUNT(once("account.provisioned/SUCCESS"), Set.of(), Set.of()),
    PROVISION(once("user.provisioned/SUCCESS"), Set.of(), Set.of()),
    /** One event for each line that was kept; {@link EventCheck} counts them. */
    IMPORT(Set.of(), Set.of(), Set.of()),
    STATUS(Set.of(List.of()), Set.of(), Set.of()),
    START(once("enrolment.started/SUCCESS"), Set.of(), Set.of()),
    CONFIRM(
            either(
                    "enrolment.confirmed/SUCCESS backup_codes.issued/SUCCESS",
                    "enrolment.confirmed/SUCCESS authenticator.added/SUCCESS",
                    "enrolment.confirmed/SUCCESS authenticator.added/SUCCESS backup_codes.issued/SUCCESS"),
            either("enrolment.confirmed/REJECTED", "enrolment.confirmed/REJECTED lockout/SUCCESS"),
            once("enrolment.confirmed/LOCKED")),
    ACKNOWLEDGE(
            either(
                    "backup_codes.acknowledged/SUCCESS",
                    "backup_codes.acknowledged/SUCCESS authenticator.added/SUCCESS second_factor.enabled/SUCCESS"),
            Set.of(),
            Set.of()),
    LOGIN(
            once("verification/SUCCESS"),
            either("verification/REJECTED", "verification/REJECTED lockout/SUCCESS"),
            once("verification/LOCKED")),
    RENEW(
            once("verification/SUCCESS backup_codes.issued/SUCCESS"),
            either("verification/REJECTED", "verification/REJECTED lockout/SUCCESS"),
            once("verification/LOCKED")),
    SEND_LINK(once("recovery_link.sent/SUCCESS"), Set.of(), Set.of(List.of())),
    REDEEM(
            once("recovery_link.redeemed/SUCCESS second_factor.reset/SUCCESS backup_codes.issued/SUCCESS"
                    + " recovery_session.opened/SUCCESS"),
            Set.of(),
            Set.of());

    /** What a refusal leaves that is no matter of a wrong code. */
    private static final Set<List<String>> OTHER_REFUSALS = Stream.of(
                    Set.of(List.<String>of()), once("recovery_link.redeemed/REJECTED"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<List<String>> done;
    private final Set<List<String>> rejected;
    private final Set<List<String>> locked;

    Kind(Set<List<String>> done, Set<List<String>> rejected, Set<List<String>> locked) {
        this.done = done;
        this.rejected = rejected;
        this.locked = locked;
    }

    /** Whether a request that was answered so may have left these events, in the order of the alphabet. */
    boolean allows(Outcome outcome, List<String> events) {
        return switch (outcome) {
            case DONE -> done.contains(events);
            case REJECTED -> rejected.contains(events);
            case LOCKED -> locked.contains(events);
            case REFUSED -> OTHER_REFUSALS.contains(events);
            case UNAVAILABLE, FAILED, UNANSWERED ->
                OTHER_REFUSALS.contains(events)
                        || done.contains(events)
                        || rejected.contains(events)
                        || locked.contains(events);
        };
    }

    private static Set<List<String>> once(String events) {
        return either(events);
    }

    private static Set<List<String>> either(String... events) {
        return Arrays.stream(events)
                .map(words -> Stream.of(words.split(" ")).sorted().toList())
                .collect(Collectors.toUnmodifiableSet());
    }
}
