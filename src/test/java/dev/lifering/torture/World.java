package dev.lifering.torture;

import dev.lifering.packaged.Installation;
import dev.lifering.packaged.SmtpListener;
import dev.lifering.torture.Caller.Call;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all players share: who calls for them, who vouches for them, where their mail arrives, what is secret. */
final class World {
    private static final Pattern LINK = Pattern.compile("#token=([A-Za-z0-9_-]{43})");

    private final Caller caller;
    private final Installation installation;
    private final SmtpListener smtp;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger names = new AtomicInteger();

    World(Caller caller, Installation installation, SmtpListener smtp) {
        this.caller = caller;
        this.installation = installation;
        this.smtp = smtp;
    }

    Caller caller() {
        return caller;
    }

    String serviceToken() {
        return installation.token("login-service", "none", "service");
    }

    String userToken(String id, String account) {
        return installation.token(id, account, "user");
    }

    String adminToken(String account) {
        return installation.token(adminOf(account), account, "user", "admin");
    }

    static String adminOf(String account) {
        return "admin-of-" + account;
    }

    String freshName(String kind) {
        return kind + "-" + names.incrementAndGet();
    }

    static String email(String user) {
        return user + "@platform.example";
    }

    /** Every other request is sent under a key of its own. */
    Call perhapsUnderAKey(Call call, Random chance) {
        return chance.nextBoolean() ? call.under(freshName("key")) : call;
    }

    /** Notes something that no log may hold. */
    <T extends Iterable<String>> T secret(T texts) {
        texts.forEach(secrets::add);
        return texts;
    }

    Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    /** The recovery links that have reached this mailbox, oldest first. */
    List<String> linksTo(String email) {
        return secret(smtp.received().stream()
                .filter(mail -> mail.recipient().equals(email))
                .map(mail -> link(mail.content()))
                .flatMap(Optional::stream)
                .distinct()
                .toList());
    }

    private static Optional<String> link(String content) {
        // Quoted-printable (RFC 2045 §6.7), as far as links need it.
        Matcher found = LINK.matcher(content.replace("=\n", "").replace("=3D", "="));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
