package dev.lifering.torture;

import dev.lifering.torture.Evidence.Event;
import dev.lifering.torture.Evidence.Link;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** At most one live recovery link per user, and only a live one is redeemed. */
final class LinkCheck implements Check {
    private static final String RULE = "more than one live link, or a lost one";

    @Override
    public void hold(Evidence evidence, Consumer<Breach> found) {
        Map<String, String> live = new HashMap<>();
        Set<String> redeemed = new HashSet<>();
        Set<String> sent = new HashSet<>();
        for (Event event : evidence.events()) {
            if (event.is("recovery_link.sent/SUCCESS")) {
                live.put(event.user(), event.object());
                sent.add(event.object());
            } else if (event.is("recovery_link.redeemed/SUCCESS")) {
                if (!event.object().equals(live.remove(event.user()))) {
                    found.accept(new Breach(RULE, "a link was redeemed that was not live: " + event));
                }
                redeemed.add(event.object());
            }
        }
        Set<String> kept = evidence.rows().links().stream().map(Link::id).collect(Collectors.toSet());
        if (!kept.equals(sent)) {
            found.accept(new Breach(RULE, "sent by the trail: " + sent + ", in the database: " + kept));
        }
        evidence.rows().links().forEach(link -> hold(link, live, redeemed, found));
        evidence.answers().stream()
                .filter(answer -> answer.kind() == Kind.SEND_LINK && !kept.containsAll(answer.things()))
                .forEach(answer -> found.accept(new Breach(RULE, answer + ", but the link is not there")));
    }

    private static void hold(Link link, Map<String, String> live, Set<String> redeemed, Consumer<Breach> found) {
        String expected = link.id().equals(live.get(link.user()))
                ? null
                : redeemed.contains(link.id()) ? "REDEEMED" : "SUPERSEDED";
        if (!Objects.equals(expected, link.endedAs())) {
            found.accept(new Breach(RULE, link + " should have ended as " + expected));
        }
    }
}
