package dev.lifering.torture;

import dev.lifering.torture.Answer.Ask;
import dev.lifering.torture.Evidence.App;
import dev.lifering.torture.Evidence.CodeSet;
import dev.lifering.torture.Evidence.Event;
import dev.lifering.torture.Evidence.Link;
import dev.lifering.torture.Evidence.Mail;
import dev.lifering.torture.Evidence.Person;
import dev.lifering.torture.Evidence.Rows;
import dev.lifering.torture.Evidence.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run in which one user did everything once and all went well, to be spoilt in one place. */
final class Story {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final List<Answer> answers = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Person> people = new ArrayList<>(List.of(new Person("ada", "acme", false)));
    final List<Standing> standings = new ArrayList<>();
    final List<App> apps = new ArrayList<>(List.of(new App("app", "ada", 11)));
    final List<CodeSet> sets = new ArrayList<>(List.of(new CodeSet("set", "ada", "ACTIVE")));
    final Set<String> spent = new HashSet<>(Set.of("set#3"));
    final List<Link> links = new ArrayList<>(List.of(new Link("link", "ada", null)));
    final List<Mail> mails = new ArrayList<>();
    final Map<String, Long> arrived = new HashMap<>();
    final Map<String, Long> refused = new HashMap<>();
    String key = "";
    private Instant now = START;

    Story() {
        does(Kind.PROVISION, "", Outcome.DONE, "user.provisioned/SUCCESS");
        does(Kind.START, "", Outcome.DONE, "enrolment.started/SUCCESS");
        does(Kind.CONFIRM, "app/10", Outcome.DONE, "enrolment.confirmed/SUCCESS", "backup_codes.issued/SUCCESS");
        does(
                Kind.ACKNOWLEDGE,
                "set",
                Outcome.DONE,
                "backup_codes.acknowledged/SUCCESS",
                "authenticator.added/SUCCESS",
                "second_factor.enabled/SUCCESS");
        does(Kind.LOGIN, "app/11", Outcome.DONE, "verification/SUCCESS");
        does(Kind.LOGIN, "app/11", Outcome.REJECTED, "verification/REJECTED");
        does(Kind.LOGIN, "set#3", Outcome.DONE, "verification/SUCCESS");
        does(Kind.SEND_LINK, "", Outcome.DONE, "recovery_link.sent/SUCCESS");
        for (int guess = 1; guess < 5; guess++) {
            does(Kind.LOGIN, "", Outcome.REJECTED, "verification/REJECTED");
        }
        does(Kind.LOGIN, "", Outcome.REJECTED, "verification/REJECTED", "lockout/SUCCESS");
        standings.add(new Standing("ada", "ENABLED", 5, now.plusSeconds(30)));
        does(Kind.LOGIN, "app/12", Outcome.LOCKED, "verification/LOCKED");
        List.of("second_factor_enabled", "backup_code_used", "recovery_link", "locked_out")
                .forEach(this::mail);
    }

    /** One more request of hers, a second later, that leaves these events. */
    void does(Kind kind, String proof, Outcome outcome, String... left) {
        now = now.plusSeconds(1);
        String request = "r" + (answers.size() + 1);
        List<String> things = kind == Kind.SEND_LINK ? List.of("link") : List.of();
        answers.add(new Answer(
                request,
                Ask.of(kind, "ada").presenting(proof, proof.startsWith("app/")).under(key),
                outcome,
                things,
                now,
                now));
        for (String event : left) {
            events.add(event(request, event, proof));
        }
    }

    /** She redeems a link, and is told so. */
    void redeems() {
        does(
                Kind.REDEEM,
                "",
                Outcome.DONE,
                "recovery_link.redeemed/SUCCESS",
                "second_factor.reset/SUCCESS",
                "backup_codes.issued/SUCCESS",
                "recovery_session.opened/SUCCESS");
        mail("second_factor_reset");
    }

    void firstMailIs(String state) {
        Mail mail = mails.get(0);
        mails.set(0, new Mail(mail.id(), mail.user(), mail.email(), mail.kind(), state));
    }

    private Event event(String request, String name, String proof) {
        String[] parts = name.split("/");
        String method = proof.startsWith("set#") ? "backup_code" : "totp";
        return new Event(request, parts[0], parts[1], "ada", "acme", method, "link", now);
    }

    private void mail(String kind) {
        String id = "mail-" + kind;
        mails.add(new Mail(id, "ada", "ada@acme.example", kind, "SENT"));
        arrived.put(id, 1L);
    }

    /** Takes away the only event with this name. */
    void lose(String name) {
        events.removeIf(event -> event.is(name));
    }

    Instant now() {
        return now;
    }

    List<String> brokenRules() {
        var rows = new Rows(people, standings, apps, sets, spent, links, mails);
        return Checker.violations(new Evidence(answers, events, rows, arrived, refused)).stream()
                .map(Breach::rule)
                .distinct()
                .toList();
    }
}
