package dev.lifering.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifering.crypto.OneTimeToken;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.MovableTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a user of the service keeps of the answers: apps, codes and tokens, by the names that a story has for them. */
final class Belongings {
    private final Home home;
    private final String user;
    private final MovableTime time;
    private final Map<Integer, String> ids = new HashMap<>();
    private final Map<Integer, AuthenticatorApp> apps = new HashMap<>();
    private final Map<Integer, List<String>> codes = new HashMap<>();
    private final Map<Integer, String> tokens = new HashMap<>();
    private String redeemed = "";

    Belongings(Home home, String user, MovableTime time) {
        this.home = home;
        this.user = user;
        this.time = time;
    }

    /** Two codes happen to be the same, so that nobody can tell what to expect. */
    static final class Coincidence extends RuntimeException {
        Coincidence() {
            super("two codes are the same", null, false, false);
        }
    }

    String id(int key) {
        return known(ids, key);
    }

    String token(int key) {
        return known(tokens, key);
    }

    /** What the user types. */
    String typed(Code code) {
        if (code instanceof Code.Totp totp) {
            return unmistakable(known(apps, totp.app()).codeInSteps(totp.steps()));
        }
        if (code instanceof Code.WrongTotp) {
            return IntStream.range(0, 1_000_000)
                    .mapToObj("%06d"::formatted)
                    .filter(candidate -> timesShown(candidate) == 0)
                    .findFirst()
                    .orElseThrow();
        }
        if (code instanceof Code.Backup backup) {
            return known(codes, backup.set()).get(backup.place());
        }
        return code instanceof Code.Typo ? home.foreignCode().substring(1) : home.foreignCode();
    }

    void keep(int key, Class<? extends Thing> kind, JsonNode answer) {
        if (kind == Thing.App.class) {
            ids.put(key, answer.path("id").asText());
            apps.put(key, new AuthenticatorApp(answer.path("secret").asText(), time));
        } else if (kind == Thing.CodeSet.class) {
            JsonNode set = answer.has("backupCodes") ? answer.path("backupCodes") : answer;
            ids.put(key, set.path("setId").asText());
            codes.put(key, codes(answer));
        } else if (kind == Thing.Session.class) {
            tokens.put(key, answer.path("recoverySession").asText());
        } else if (kind == Thing.Link.class) {
            keepLink(key, answer.path("id").asText());
        } else {
            keepReset(key);
        }
    }

    /** The backup codes that an answer shows. */
    static List<String> codes(JsonNode answer) {
        JsonNode shown = answer.has("backupCodes") ? answer.path("backupCodes") : answer;
        var codes = new ArrayList<String>();
        shown.path("codes").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    void noteFailures(int failures) {
        home.database()
                .update(
                        "insert into second_factor (user_id, status, failed_attempts) values (?, 'NOT_ENROLLED', ?)"
                                + " on conflict (user_id) do update"
                                + " set failed_attempts = excluded.failed_attempts, locked_until = null",
                        user,
                        failures);
    }

    /** The mail holds the token, which would have to be waited for: its hash is replaced by that of another. */
    private void keepLink(int key, String id) {
        ids.put(key, id);
        if (!tokens.containsValue(tokenOf(id))) {
            home.database()
                    .update(
                            "update recovery_link set token_hash = ? where id = ?",
                            OneTimeToken.hashOf(tokenOf(id)),
                            UUID.fromString(id));
        }
        tokens.put(key, tokenOf(id));
    }

    /** The same for the token in the notice of the reset, which is the newest. */
    private void keepReset(int key) {
        String reset = home.database()
                .row("select id from recovery_reset where user_id = ? order by id desc limit 1", user)
                .get("id")
                .toString();
        if (!reset.equals(redeemed)) {
            redeemed = reset;
            home.database()
                    .update(
                            "update recovery_reset set repudiation_hash = ? where id = ?",
                            OneTimeToken.hashOf(tokenOf(reset)),
                            UUID.fromString(reset));
        }
        tokens.put(key, tokenOf(reset));
    }

    private static String tokenOf(String id) {
        return "of-" + id;
    }

    private String unmistakable(String code) {
        if (timesShown(code) > 1) {
            throw new Coincidence();
        }
        return code;
    }

    private long timesShown(String code) {
        return apps.values().stream()
                .distinct()
                .flatMap(app -> IntStream.rangeClosed(-4, 4).mapToObj(app::codeInSteps))
                .filter(code::equals)
                .count();
    }

    private static <T> T known(Map<Integer, T> things, int key) {
        T thing = things.get(key);
        if (thing == null) {
            throw new IllegalStateException("nothing has the name " + key);
        }
        return thing;
    }
}
