package dev.lifering.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What the audit trail says about one user, newest first. */
public record Trail(List<Map<String, String>> events) {

    public Trail {
        events = List.copyOf(events);
    }

    public static Trail of(Member member) {
        return new Trail(member.get("/v1/me/audit-events?limit=200")
                .statusCode(200)
                .extract()
                .path("items"));
    }

    public Map<String, String> newest() {
        return events.get(0);
    }

    /** The newest so many types, oldest of them first, as they happened. */
    public List<String> lastTypes(int count) {
        var types = new ArrayList<>(events.subList(0, count).stream()
                .map(event -> event.get("type"))
                .toList());
        Collections.reverse(types);
        return types;
    }

    /** How often this happened with this outcome. */
    public long count(String type, String outcome) {
        return events.stream()
                .filter(event -> type.equals(event.get("type")) && outcome.equals(event.get("outcome")))
                .count();
    }
}
