package dev.lifering.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifering.testing.MovableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A user of the service, over HTTP. The clock must stand still. */
final class RealUser implements Subject {
    private final Home home;
    private final MovableTime time;
    private final Belongings belongings;
    private final Requests requests;
    private List<Client.Response> last = List.of();

    RealUser(Home home, String id, MovableTime time) {
        this.home = home;
        this.time = time;
        this.belongings = new Belongings(home, id, time);
        this.requests = new Requests(home, id, belongings);
        // The first call makes him known.
        look();
    }

    @Override
    public long now() {
        return time.instant().getEpochSecond();
    }

    @Override
    public void pass(long seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    @Override
    public List<Answer> send(List<Command> atOnce) {
        var sent = new ArrayList<Client.Request>();
        for (Command command : atOnce) {
            if (command instanceof Command.Guess guess) {
                belongings.noteFailures(guess.failures());
            }
            sent.add(command.isKnown() ? requests.of(command) : Client.Request.NONE);
        }
        last = home.client().send(sent);
        var answers = new ArrayList<Answer>();
        for (int place = 0; place < sent.size(); place++) {
            answers.add(answer(last.get(place), atOnce.get(place)));
        }
        return answers;
    }

    @Override
    public Seen look() {
        JsonNode body = home.client().send(List.of(requests.look())).get(0).body();
        var labels = new ArrayList<String>();
        body.path("authenticators").forEach(app -> labels.add(app.path("label").asText()));
        JsonNode lockedUntil = body.path("lockedUntil");
        return new Seen(
                body.path("status").asText(),
                labels.stream().sorted().toList(),
                body.path("backupCodes").path("remaining").asInt(Model.NONE),
                body.path("enrolmentRequired").asBoolean(),
                body.path("reenrolmentRequired").asBoolean(),
                lockedUntil.isTextual() ? Instant.parse(lockedUntil.asText()).getEpochSecond() : 0,
                body.path("blocked").asBoolean());
    }

    @Override
    public void name(int key, Class<? extends Thing> kind, int answer, int place) {
        belongings.keep(key, kind, last.get(answer).body());
    }

    private static Answer answer(Client.Response response, Command command) {
        JsonNode body = response.body();
        Answer answer = Answer.of(response.status());
        String type = body.path("type").asText();
        if (!type.isEmpty()) {
            return withFields(
                    answer.saying("problem", type.substring(type.lastIndexOf(':') + 1)),
                    body,
                    List.of("attemptsRemaining", "retryAfter", "blocked", "state"));
        }
        // What an acknowledgement shows is how things stand afterwards, which is looked at anyway.
        List<String> fields = command instanceof Command.Acknowledge
                ? List.of()
                : List.of("status", "method", "backupCodesRemaining", "lowBackupCodes", "reenrolmentRequired", "way");
        Answer said = withFields(answer, body, fields);
        int codes = Belongings.codes(body).size();
        Answer shown = codes > 0 ? said.saying("codes", codes) : said;
        return body.path("recoverySession").isTextual() ? shown.saying("session", true) : shown;
    }

    private static Answer withFields(Answer answer, JsonNode body, List<String> fields) {
        Answer said = answer;
        for (String field : fields) {
            JsonNode value = body.path(field);
            if (value.isInt()) {
                said = said.saying(field, value.asInt());
            } else if (value.isBoolean()) {
                said = said.saying(field, value.asBoolean());
            } else if (value.isTextual()) {
                said = said.saying(field, value.asText());
            }
        }
        return said;
    }
}
