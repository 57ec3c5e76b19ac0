package dev.lifering.bench;

import dev.lifering.bench.Population.Role;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** A user's whole enrolment, three requests: start, confirm with a code, acknowledge the backup codes. Counts as one. */
final class Enrolment implements Scenario {
    private static final int CREATED = 201;
    private static final int BITS_PER_SYMBOL = 5;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final World world;
    private final Queue<String> tokens = new ArrayDeque<>();
    private int used;

    Enrolment(World world) throws SQLException {
        this.world = world;
        long enrolled = world.count("select count(*) from second_factor");
        used = Math.toIntExact(
                enrolled - world.population().users() + world.population().size(Role.NEWCOMER));
    }

    @Override
    public String name() {
        return "enrolment";
    }

    /** Has tokens issued, which costs the identity provider more than it costs to verify them. */
    @Override
    public void prepare(int operations) {
        while (tokens.size() < operations && used < world.population().size(Role.NEWCOMER)) {
            int number = world.population().number(Role.NEWCOMER, used++);
            tokens.add(world.tokens()
                    .member(
                            world.population().id(number),
                            "user",
                            world.population().account(number)));
        }
    }

    @Override
    public Optional<Operation> next() {
        return Optional.ofNullable(tokens.poll())
                .map(token -> http -> http.send(Call.post("/v1/me/enrolments", token, "{\"label\":\"Phone\"}")
                                .expecting(CREATED))
                        .compose(started -> confirm(http, token, started.toJsonObject()))
                        .compose(confirmed -> acknowledge(http, token, confirmed))
                        .map(1L));
    }

    private static Future<JsonObject> confirm(Http http, String token, JsonObject started) {
        var code = App.code(secret(started.getString("secret")), App.stepNow());
        return http.send(Call.post(
                        "/v1/me/enrolments/" + started.getString("id") + "/confirmation",
                        token,
                        "{\"code\":\"" + code + "\"}"))
                .map(body -> body.toJsonObject());
    }

    private static Future<?> acknowledge(Http http, String token, JsonObject confirmed) {
        var set = confirmed.getJsonObject("backupCodes").getString("setId");
        return http.send(Call.post("/v1/me/backup-codes/" + set + "/acknowledgement", token, "{}"));
    }

    private static byte[] secret(String base32) {
        var bytes = new byte[base32.length() * BITS_PER_SYMBOL / Byte.SIZE];
        int bits = 0;
        int buffer = 0;
        int at = 0;
        for (char symbol : base32.toCharArray()) {
            buffer = buffer << BITS_PER_SYMBOL | BASE32.indexOf(symbol);
            bits += BITS_PER_SYMBOL;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }

    @Override
    public void settle() throws Exception {
        world.awaitMails();
    }
}
