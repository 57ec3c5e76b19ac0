package dev.lifering.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.access.AuthorizationMatrix.Case;
import dev.lifering.testing.ApiOperation;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Wire;
import dev.lifering.testing.Wire.Answer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every operation answers to every combination of roles, beside each relation of the token's account to the account
 * that is asked for: exactly what the committed table says. An operation without its lines fails.
 */
@QuarkusTest
@Tag("slow")
class AuthorizationMatrixTest {
    @Inject
    MovableTime time;

    private static final boolean UPDATE = Boolean.getBoolean("lifering.authorization.update");

    private final Wire wire = new Wire();
    private final String run = UUID.randomUUID().toString();

    /** Signing takes time. */
    private final Map<String, String> tokens = new HashMap<>();

    @Test
    void section3_everyCombinationOfRolesIsAnsweredAsTheTableSays() {
        var relations = new Relations(time);
        var actual = new LinkedHashMap<Case, Map<Set<String>, String>>();
        for (ApiOperation operation : ApiOperation.all()) {
            for (String relation : relations.of(operation)) {
                var answers = new LinkedHashMap<Set<String>, String>();
                for (Set<String> roles : RoleRules.combinations()) {
                    String token = token(roles, relations.callersAccount(relation));
                    answers.put(roles, answer(operation, relations.path(operation, relation), token));
                }
                actual.put(new Case(operation.id(), relation), answers);
            }
        }
        if (UPDATE) {
            var rules = new LinkedHashMap<Case, RoleRules>();
            actual.forEach((asked, answers) -> rules.put(asked, RoleRules.of(answers)));
            AuthorizationMatrix.write(rules);
        }
        compare(AuthorizationMatrix.read(), actual);
    }

    private static void compare(Map<Case, RoleRules> table, Map<Case, Map<Set<String>, String>> actual) {
        assertEquals(actual.keySet(), table.keySet(), "bring it up to date with -Dlifering.authorization.update=true");
        var wrong = new ArrayList<String>();
        actual.forEach((asked, answers) -> answers.forEach((roles, answer) -> {
            String said = table.get(asked).answerTo(roles);
            if (!said.equals(answer)) {
                wrong.add(asked + " answers " + roles + ": " + answer + ", not " + said);
            }
        }));
        assertEquals(List.of(), wrong);
    }

    /** Each combination is somebody else, so that nobody has done anything before. */
    private String token(Set<String> roles, String account) {
        return tokens.computeIfAbsent(
                String.join("-", roles) + " of " + account,
                who -> Bearer.of("u-" + tokens.size() + "-" + run, roles.toArray(String[]::new))
                        .account(account)
                        .token());
    }

    private String answer(ApiOperation operation, String path, String token) {
        Answer answer = wire.send(operation, path, token, "{}");
        String slug = answer.field("type").replace("urn:lifering:problem:", "");
        return answer.status() < 400 ? "" + answer.status() : answer.status() + " " + slug;
    }
}
