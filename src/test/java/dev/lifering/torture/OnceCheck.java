package dev.lifering.torture;

import dev.lifering.torture.Evidence.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A time step, a backup code and a recovery link are accepted once at most; and once, if all who present it are answered. */
final class OnceCheck implements Check {
    private static final Set<String> ACCEPTANCES =
            Set.of("verification", "enrolment.confirmed", "recovery_link.redeemed");

    /** A code of an app that is older when it is looked at may rightly be refused. */
    private static final Duration SURELY_IN_WINDOW = Duration.ofSeconds(20);

    @Override
    public void hold(Evidence evidence, Consumer<Breach> found) {
        Set<String> accepted = evidence.events().stream()
                .filter(event -> event.isSuccess() && ACCEPTANCES.contains(event.type()))
                .map(Event::request)
                .collect(Collectors.toSet());
        evidence.answers().stream()
                .filter(answer -> !answer.ask().proof().isEmpty())
                .collect(Collectors.groupingBy(answer -> answer.ask().proof()))
                .forEach((proof, presented) -> hold(presented, accepted, found));
    }

    private static void hold(List<Answer> presented, Set<String> accepted, Consumer<Breach> found) {
        long answered = presented.stream()
                .filter(answer -> answer.outcome() == Outcome.DONE)
                .map(Answer::operation)
                .distinct()
                .count();
        long recorded = presented.stream()
                .filter(answer -> accepted.contains(answer.request()))
                .count();
        if (answered > 1 || recorded > 1) {
            found.accept(new Breach(
                    "a code was accepted twice",
                    "accepted in " + answered + " answers and " + recorded + " events: " + presented));
        }
        boolean rightlyRejected = presented.stream()
                .anyMatch(answer ->
                        answer.outcome() != Outcome.REJECTED || answer.took().compareTo(SURELY_IN_WINDOW) > 0);
        if (presented.get(0).ask().isRight() && !rightlyRejected) {
            found.accept(new Breach("a right code was refused to everybody", presented.toString()));
        }
    }

    /** How many requests repeated another under its key. */
    static long retries(List<Answer> answers) {
        long keyed =
                answers.stream().filter(answer -> !answer.ask().key().isEmpty()).count();
        return keyed
                - answers.stream()
                        .map(answer -> answer.ask().key())
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .count();
    }

    /** How many single-use things were presented more than once. */
    static long contested(List<Answer> answers) {
        Map<String, Long> times = answers.stream()
                .filter(answer -> !answer.ask().proof().isEmpty())
                .collect(Collectors.groupingBy(answer -> answer.ask().proof(), Collectors.counting()));
        return times.values().stream().filter(count -> count > 1).count();
    }
}
