package dev.lifering.torture;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.lifering.torture.Answer.Ask;
import dev.lifering.torture.Caller.Call;
import dev.lifering.torture.Caller.Reply;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** One user with an app and a sheet of backup codes. He does one thing after the other, so he knows where he stands. */
final class Player {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int MILLION = 1_000_000;

    private final World world;
    private final String id;
    private final String account;
    private final String token;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);
    private final Set<String> tried = new HashSet<>();
    private boolean isProvisioned;
    private String app = "";
    private SecretKey key = new SecretKeySpec(new byte[20], "HmacSHA1");
    private long lastStep;
    private Sheet active = Sheet.NONE;
    private Sheet pending = Sheet.NONE;

    Player(World world, String account) {
        this.world = world;
        this.id = world.freshName("user");
        this.account = account;
        this.token = world.userToken(id, account);
    }

    /** Backup codes as printed. */
    record Sheet(String set, List<String> codes) {
        static final Sheet NONE = new Sheet("", List.of());
    }

    /** A single-use code and the name that stands for it in the journal. */
    record Code(String text, String proof) {
        String body() {
            return "{\"code\":\"" + text + "\"}";
        }
    }

    String id() {
        return id;
    }

    String account() {
        return account;
    }

    String email() {
        return World.email(id);
    }

    boolean isEnabled() {
        return !active.set().isEmpty() && pending.set().isEmpty();
    }

    /** Goes on towards an enabled second factor; what was not answered is begun again. */
    void enrol() {
        if (!isProvisioned) {
            var put = new Call(
                    Ask.of(Kind.PROVISION, id),
                    "PUT",
                    "/v1/accounts/" + account + "/users/" + id,
                    world.serviceToken(),
                    "{\"email\":\"" + email() + "\"}",
                    reply -> List.of());
            isProvisioned = world.caller().send(put).isDone();
        } else if (pending.set().isEmpty()) {
            bind("{}");
        } else {
            acknowledge();
        }
    }

    /** Starts and confirms an app; true when that was answered so. */
    boolean bind(String start) {
        Reply started = post(Ask.of(Kind.START, id), "/v1/me/enrolments", start);
        if (!started.isDone()) {
            return false;
        }
        String enrolment = started.json().getString("id");
        String secret = started.json().getString("secret");
        world.secret(List.of(secret));
        SecretKey drawn = new SecretKeySpec(new Base32().decode(secret), "HmacSHA1");
        long step = stepNow();
        Reply confirmed = post(
                Ask.of(Kind.CONFIRM, id).presenting(enrolment + "/" + step, true),
                "/v1/me/enrolments/" + enrolment + "/confirmation",
                "{\"code\":\"" + code(drawn, step) + "\"}");
        if (!confirmed.isDone()) {
            return false;
        }
        app = enrolment;
        key = drawn;
        lastStep = step;
        if (confirmed.json().get("backupCodes") != null) {
            pending = sheet(confirmed, "backupCodes.");
        }
        return true;
    }

    /** Acknowledges what is pending. A refusal says that an earlier attempt, which was not answered, had done it. */
    void acknowledge() {
        Ask ask = Ask.of(Kind.ACKNOWLEDGE, id).presenting(pending.set(), false);
        Outcome outcome = post(ask, "/v1/me/backup-codes/" + pending.set() + "/acknowledgement", "{}")
                .outcome();
        if (outcome == Outcome.DONE || outcome == Outcome.REFUSED) {
            active = pending;
            pending = Sheet.NONE;
        }
    }

    /** Has new backup codes made, and keeps them as pending. */
    void renew(Code code) {
        Call call = Call.post(
                        Ask.of(Kind.RENEW, id).presenting(code.proof(), true),
                        "/v1/me/backup-codes",
                        token,
                        code.body())
                .under(world.freshName("key"));
        Reply made = world.caller().send(call);
        if (made.outcome().isUnknown()) {
            // Under the same key the codes are not lost, if they were made.
            made = world.caller().send(call);
        }
        if (made.isDone()) {
            pending = sheet(made, "");
        }
    }

    /** What a redeemed link gives: new codes to be acknowledged, and nothing else that counts any more. */
    void startAfresh(Reply redeemed) {
        active = Sheet.NONE;
        pending = sheet(redeemed, "backupCodes.");
    }

    boolean hasPending() {
        return !pending.set().isEmpty();
    }

    /** The step of the code that the app shows now, or will show next, if he has not typed it in before. */
    OptionalLong freshStep() {
        return LongStream.rangeClosed(stepNow(), stepNow() + 1)
                .filter(step -> step > lastStep)
                .findFirst();
    }

    /** The code of this step; from now on it counts as typed in. */
    Code take(long step) {
        lastStep = Math.max(lastStep, step);
        return new Code(code(key, step), app + "/" + step);
    }

    /** A code that is none of those near, so it cannot be right. */
    Code wrong() {
        Set<String> near = new HashSet<>();
        LongStream.rangeClosed(stepNow() - 3, stepNow() + 3).forEach(step -> near.add(code(key, step)));
        int number = (int) (stepNow() % MILLION);
        while (near.contains("%06d".formatted(number))) {
            number = (number + 1) % MILLION;
        }
        return new Code("%06d".formatted(number), "");
    }

    /** The backup codes that he has not typed in yet. */
    List<Code> unusedCodes() {
        return active.codes().stream()
                .map(code -> new Code(code, active.set() + "#" + SYMBOLS.indexOf(code.charAt(0))))
                .filter(code -> !tried.contains(code.proof()))
                .toList();
    }

    /** A service verifies the code for him. */
    Call login(Code code, boolean isRight) {
        tried.add(code.proof());
        return Call.post(
                Ask.of(Kind.LOGIN, id).presenting(code.proof(), isRight),
                "/v1/users/" + id + "/verifications",
                world.serviceToken(),
                code.body());
    }

    Call status() {
        return new Call(
                Ask.of(Kind.STATUS, id),
                "GET",
                "/v1/users/" + id + "/second-factor",
                world.serviceToken(),
                "",
                reply -> List.of());
    }

    private Reply post(Ask ask, String path, String body) {
        return world.caller().send(Call.post(ask, path, token, body));
    }

    Call redemption(String link, String proof) {
        return Call.post(
                Ask.of(Kind.REDEEM, id).presenting(proof, false),
                "/v1/recovery/redemptions",
                token,
                "{\"token\":\"" + link + "\"}");
    }

    private Sheet sheet(Reply reply, String prefix) {
        return new Sheet(
                reply.json().getString(prefix + "setId"),
                world.secret(reply.json().<String>getList(prefix + "codes")));
    }

    private String code(SecretKey of, long step) {
        try {
            return generator.generateOneTimePasswordString(of, Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private static long stepNow() {
        return Instant.now().getEpochSecond() / STEP.toSeconds();
    }
}
