package dev.lifering.torture;

import dev.lifering.torture.Answer.Ask;
import dev.lifering.torture.Caller.Call;
import dev.lifering.torture.Caller.Reply;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Imports a few users at a time; an import that was not answered is sent again. */
final class Importer implements Actor {
    private static final int LINES = 5;

    private final World world;
    private final String account;
    private List<String> users = List.of();

    Importer(World world, String account) {
        this.world = world;
        this.account = account;
    }

    @Override
    public Duration turn() {
        if (users.isEmpty()) {
            users = IntStream.range(0, LINES)
                    .mapToObj(line -> world.freshName("import"))
                    .toList();
        }
        String body = users.stream()
                .map(user -> "{\"id\":\"" + user + "\",\"email\":\"" + World.email(user) + "\"}\n")
                .collect(Collectors.joining());
        Reply reply = world.caller()
                .send(Call.post(
                                Ask.of(Kind.IMPORT, ""),
                                "/v1/accounts/" + account + "/user-imports",
                                world.serviceToken(),
                                body)
                        .keeping(Importer::kept));
        if (reply.isDone() && kept(reply).size() == users.size()) {
            users = List.of();
        }
        return Duration.ofSeconds(5);
    }

    /** The users whose lines are reported as kept. */
    private static List<String> kept(Reply report) {
        return Arrays.stream(report.body().split("\n"))
                .filter(line -> line.contains("\"created\"") || line.contains("\"updated\""))
                .map(line -> JsonPath.from(line).getString("id"))
                .toList();
    }
}
