package dev.lifering.torture;

import dev.lifering.torture.Evidence.Event;
import dev.lifering.torture.Evidence.Mail;
import dev.lifering.torture.Evidence.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Each mail that a committed fact demands has arrived, unless the mail server refused it for good; and no other has. */
final class MailCheck implements Check {
    private static final String RULE = "a mail was lost, or sent for nothing";

    @Override
    public void hold(Evidence evidence, Consumer<Breach> found) {
        Map<String, Long> demanded = demanded(evidence);
        Map<String, Long> written = evidence.rows().mails().stream()
                .collect(Collectors.groupingBy(mail -> mail.kind() + " to " + mail.user(), Collectors.counting()));
        Set<String> wanted = new HashSet<>(demanded.keySet());
        wanted.addAll(written.keySet());
        wanted.stream()
                .filter(mail -> !demanded.getOrDefault(mail, 0L).equals(written.getOrDefault(mail, 0L)))
                .forEach(mail -> found.accept(new Breach(
                        RULE,
                        mail + ": the trail demands " + demanded.getOrDefault(mail, 0L) + ", written were "
                                + written.getOrDefault(mail, 0L))));
        holdDelivery(evidence, found);
    }

    private static void holdDelivery(Evidence evidence, Consumer<Breach> found) {
        Map<String, Long> failed = new HashMap<>();
        Set<String> written = new HashSet<>();
        for (Mail mail : evidence.rows().mails()) {
            written.add(mail.id());
            boolean arrived = evidence.arrived().containsKey(mail.id());
            if (mail.state().equals("FAILED")) {
                failed.merge(mail.email(), 1L, Long::sum);
            } else if (!mail.state().equals("SENT") || !arrived) {
                found.accept(new Breach(RULE, mail + (arrived ? " arrived" : " has not arrived")));
            }
        }
        failed.forEach((email, times) -> {
            if (times > evidence.refused().getOrDefault(email, 0L)) {
                found.accept(new Breach(
                        RULE,
                        times + " mails to " + email + " were given up, refused were "
                                + evidence.refused().getOrDefault(email, 0L)));
            }
        });
        evidence.arrived().keySet().stream()
                .filter(id -> !written.contains(id))
                .forEach(id -> found.accept(new Breach(RULE, "mail " + id + " arrived, but no change tells of it")));
    }

    private static Map<String, Long> demanded(Evidence evidence) {
        Map<String, List<String>> admins = evidence.rows().people().stream()
                .filter(Person::isAdmin)
                .collect(Collectors.groupingBy(Person::account, Collectors.mapping(Person::id, Collectors.toList())));
        Map<String, Long> demanded = new HashMap<>();
        Map<String, Locks> locks = new HashMap<>();
        Map<String, Set<String>> types = evidence.events().stream()
                .collect(Collectors.groupingBy(Event::request, Collectors.mapping(Event::type, Collectors.toSet())));
        for (Event event : evidence.events()) {
            locks.computeIfAbsent(event.user(), user -> new Locks()).after(event);
            boolean first = types.getOrDefault(event.request(), Set.of()).contains("second_factor.enabled");
            String kind = kind(event, first);
            if (!kind.isEmpty()) {
                demanded.merge(kind + " to " + event.user(), 1L, Long::sum);
            }
            if (event.is("second_factor.reset/SUCCESS")) {
                admins.getOrDefault(event.account(), List.of()).stream()
                        .filter(admin -> !admin.equals(event.user()))
                        .forEach(admin -> demanded.merge("others_second_factor_reset to " + admin, 1L, Long::sum));
            }
        }
        locks.forEach((user, lock) -> demanded.put("locked_out to " + user, (long) lock.news()));
        return demanded;
    }

    private static String kind(Event event, boolean first) {
        if (!event.isSuccess()) {
            return "";
        }
        return switch (event.type()) {
            case "verification" -> event.method().equals("backup_code") ? "backup_code_used" : "";
            case "second_factor.enabled", "second_factor.reset" -> event.type().replace('.', '_');
            case "backup_codes.acknowledged" -> first ? "" : "backup_codes_replaced";
            case "authenticator.added" -> first ? "" : "authenticator_added";
            case "recovery_link.sent" -> "recovery_link";
            default -> "";
        };
    }

    /** How many mails arrived more often than once, which the promise allows, and how often one of them. */
    static String copies(Map<String, Long> arrived) {
        long doubled = arrived.values().stream().filter(times -> times > 1).count();
        long most = arrived.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return doubled + " arrived more often than once, one of them " + most + " times";
    }
}
