package dev.lifering.torture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that is known when everything is quiet again.
 *
 * @param events the audit trail, in the order in which it was committed
 * @param rows what the database holds
 * @param arrived ids of mails that the mail server took, with how often
 * @param refused recipients whom it refused for good (5xx), with how often
 */
record Evidence(
        List<Answer> answers, List<Event> events, Rows rows, Map<String, Long> arrived, Map<String, Long> refused) {

    /** An audit event. The user is whom it was done to. */
    record Event(
            String request,
            String type,
            String outcome,
            String user,
            String account,
            String method,
            String object,
            Instant at) {
        boolean is(String wanted) {
            return wanted.equals(type + "/" + outcome);
        }

        boolean isSuccess() {
            return outcome.equals("SUCCESS");
        }
    }

    /** The state of the database. */
    record Rows(
            List<Person> people,
            List<Standing> standings,
            List<App> apps,
            List<CodeSet> sets,
            Set<String> spentCodes,
            List<Link> links,
            List<Mail> mails) {}

    record Person(String id, String account, boolean isAdmin) {}

    record Standing(
            String user,
            String status,
            int failures,
            @Nullable Instant lockedUntil) {}

    record App(String id, String user, long lastStep) {}

    record CodeSet(String id, String user, String state) {}

    record Link(String id, String user, @Nullable String endedAs) {}

    record Mail(String id, String user, String email, String kind, String state) {}

    /** The events of each request. */
    Map<String, List<Event>> byRequest() {
        return events.stream().collect(Collectors.groupingBy(Event::request));
    }
}
