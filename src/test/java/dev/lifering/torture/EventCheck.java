package dev.lifering.torture;

import dev.lifering.torture.Evidence.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Each answer has left its audit events: none is missing, none is doubled, none stands there that nobody asked for. */
final class EventCheck implements Check {
    private static final String RULE = "an audit event is missing, doubled or unasked for";

    private static final String RETRY = "a retry under its key was answered otherwise";

    @Override
    public void hold(Evidence evidence, Consumer<Breach> found) {
        Map<String, List<Event>> left = evidence.byRequest();
        evidence.answers().stream()
                .collect(Collectors.groupingBy(Answer::operation))
                .forEach((operation, requests) -> hold(requests, left, found));
        Set<String> asked = evidence.answers().stream().map(Answer::request).collect(Collectors.toSet());
        evidence.events().stream()
                .filter(event -> !asked.contains(event.request()))
                .forEach(event -> found.accept(new Breach(RULE, "nobody asked for " + event)));
    }

    /** Requests under one key have left the events of one, and got its answer, if they got any. */
    private static void hold(List<Answer> requests, Map<String, List<Event>> left, Consumer<Breach> found) {
        Kind kind = requests.get(0).kind();
        List<Event> events = requests.stream()
                .flatMap(answer -> left.getOrDefault(answer.request(), List.of()).stream())
                .toList();
        if (kind == Kind.IMPORT) {
            holdImport(requests.get(0), events, found);
            return;
        }
        List<Answer> told = requests.stream()
                .filter(answer -> !answer.outcome().isUnknown())
                .toList();
        if (told.stream().map(Answer::outcome).distinct().count() > 1
                || told.stream().map(Answer::things).distinct().count() > 1) {
            found.accept(new Breach(RETRY, told.toString()));
        }
        List<String> names = events.stream()
                .map(event -> event.type() + "/" + event.outcome())
                .sorted()
                .toList();
        Outcome outcome = (told.isEmpty() ? requests : told).get(0).outcome();
        if (!kind.allows(outcome, names)) {
            found.accept(new Breach(RULE, requests + ", but the audit trail says " + names));
        }
    }

    private static void holdImport(Answer answer, List<Event> events, Consumer<Breach> found) {
        Map<String, Long> provisioned = events.stream()
                .filter(event -> event.is("user.provisioned/SUCCESS"))
                .collect(Collectors.groupingBy(Event::user, Collectors.counting()));
        boolean onlyThose =
                provisioned.values().stream().mapToLong(Long::longValue).sum() == events.size();
        boolean twice = provisioned.values().stream().anyMatch(times -> times > 1);
        // A line that was reported as kept is acknowledged, even where the line broke afterwards.
        boolean lost = !provisioned.keySet().containsAll(answer.things());
        if (!onlyThose || twice || lost) {
            found.accept(new Breach(
                    RULE, answer + " reported " + answer.things() + ", but the audit trail says " + provisioned));
        }
    }
}
