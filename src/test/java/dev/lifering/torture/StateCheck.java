package dev.lifering.torture;

import dev.lifering.torture.Evidence.App;
import dev.lifering.torture.Evidence.CodeSet;
import dev.lifering.torture.Evidence.Event;
import dev.lifering.torture.Evidence.Person;
import dev.lifering.torture.Evidence.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The database is where the committed facts have brought it: no state is lost, and none is there without a fact. */
final class StateCheck implements Check {
    private static final String LOST = "acknowledged state was lost";

    @Override
    public void hold(Evidence evidence, Consumer<Breach> found) {
        Map<String, Answer> answers =
                evidence.answers().stream().collect(Collectors.toMap(Answer::request, Function.identity()));
        var expected = new Expected();
        evidence.events().forEach(event -> expected.apply(event, answers.get(event.request())));
        holdPeople(evidence, found);
        holdSets(evidence, expected, found);
        holdSteps(evidence, expected, found);
        holdStatuses(evidence, expected, found);
    }

    /** What the events lead to, one after the other. */
    private static final class Expected {
        private final Map<String, String> activeSets = new HashMap<>();
        private final Map<String, Long> steps = new HashMap<>();
        private final Set<String> spent = new HashSet<>();
        private final Map<String, String> statuses = new HashMap<>();

        private void apply(Event event, @Nullable Answer answer) {
            if (!event.isSuccess() || answer == null) {
                return;
            }
            switch (event.type()) {
                case "backup_codes.acknowledged" ->
                    activeSets.put(event.user(), answer.ask().proof());
                case "second_factor.enabled", "authenticator.added" -> statuses.put(event.user(), "ENABLED");
                case "second_factor.reset" -> {
                    activeSets.remove(event.user());
                    statuses.put(event.user(), "BACKUP_CODES_ONLY");
                }
                case "verification" -> use(answer.ask().proof());
                default -> {
                    // Changes nothing that is compared here.
                }
            }
        }

        /** A step is named {@code app/step}, a backup code {@code set#locator}. */
        private void use(String proof) {
            int slash = proof.indexOf('/');
            if (slash > 0) {
                steps.merge(proof.substring(0, slash), Long.valueOf(proof.substring(slash + 1)), Math::max);
            } else {
                spent.add(proof);
            }
        }
    }

    private static void holdPeople(Evidence evidence, Consumer<Breach> found) {
        Set<String> known = evidence.rows().people().stream().map(Person::id).collect(Collectors.toSet());
        for (Answer answer : evidence.answers()) {
            List<String> promised = answer.kind() == Kind.PROVISION && answer.outcome() == Outcome.DONE
                    ? List.of(answer.ask().user())
                    : answer.kind() == Kind.IMPORT ? answer.things() : List.of();
            if (!known.containsAll(promised)) {
                found.accept(new Breach(LOST, answer + ", but the users are not all there: " + promised));
            }
        }
    }

    private static void holdSets(Evidence evidence, Expected expected, Consumer<Breach> found) {
        Map<String, String> active = evidence.rows().sets().stream()
                .filter(set -> set.state().equals("ACTIVE"))
                .collect(Collectors.toMap(CodeSet::user, CodeSet::id));
        if (!active.equals(expected.activeSets)) {
            found.accept(new Breach(
                    LOST, "active sets of backup codes by user differ: " + difference(expected.activeSets, active)));
        }
        Set<String> live = new HashSet<>(active.values());
        Set<String> spent = expected.spent.stream()
                .filter(code -> live.contains(code.substring(0, code.indexOf('#'))))
                .collect(Collectors.toSet());
        if (!spent.equals(evidence.rows().spentCodes())) {
            found.accept(new Breach(
                    LOST,
                    "spent backup codes differ: "
                            + difference(spent, evidence.rows().spentCodes())));
        }
    }

    private static void holdSteps(Evidence evidence, Expected expected, Consumer<Breach> found) {
        Map<String, Long> kept = evidence.rows().apps().stream().collect(Collectors.toMap(App::id, App::lastStep));
        expected.steps.forEach((app, step) -> {
            if (kept.getOrDefault(app, -1L) < step) {
                found.accept(new Breach(
                        LOST, "step " + step + " of authenticator " + app + " was accepted, kept is " + kept.get(app)));
            }
        });
    }

    private static void holdStatuses(Evidence evidence, Expected expected, Consumer<Breach> found) {
        Map<String, String> kept = evidence.rows().standings().stream()
                .filter(standing -> !standing.status().equals("NOT_ENROLLED"))
                .collect(Collectors.toMap(Standing::user, Standing::status));
        if (!kept.equals(expected.statuses)) {
            found.accept(new Breach(LOST, "statuses by user differ: " + difference(expected.statuses, kept)));
        }
    }

    private static String difference(Map<String, ?> expected, Map<String, ?> kept) {
        return difference(Set.copyOf(expected.entrySet()), Set.copyOf(kept.entrySet()));
    }

    private static String difference(Set<?> expected, Set<?> kept) {
        Set<Object> missing = new HashSet<>(expected);
        missing.removeAll(kept);
        Set<Object> surplus = new HashSet<>(kept);
        surplus.removeAll(expected);
        return "missing " + missing + ", not expected " + surplus;
    }
}
