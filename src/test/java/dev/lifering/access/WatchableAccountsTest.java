package dev.lifering.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may look at the users of an account (design section 3), for every role beside each relation to the account. */
@QuarkusTest
class WatchableAccountsTest {
    /** The account that the token names, against the account that is asked for. */
    private static final String RELATIONS = """
            the same direct account    | direct   | direct
            another direct account     | other    | direct
            the same reseller account  | reseller | reseller
            a customer of the reseller | reseller | customer
            the same customer account  | customer | customer
            the customer's reseller    | customer | reseller
            a customer of another      | stranger | customer
            an unrelated account       | reseller | direct
            no account                 | none     | customer
            """;

    /** Whose token sees what: the roles, and the numbers of the relations above in which the account is found. */
    private static final String TABLE = """
            user                      |
            admin                     | 1 3 5
            reseller                  | 3 4 5
            user admin reseller       | 3 4 5
            admin Reseller            | 3
            Reseller                  |
            support                   | 1 2 3 4 5 6 7 8 9
            service                   | 1 2 3 4 5 6 7 8 9
            admin support             | 1 2 3 4 5 6 7 8 9
            reseller support service  | 3 4 5
            reseller admin service    | 3 4 5
            """;

    @Inject
    AccountAccess access;

    @Inject
    MovableTime time;

    @Test
    void section3_everyRoleSeesWhatTheTableSaysAndNothingElse() {
        Map<String, String> accounts = accounts();
        var wrong = new ArrayList<String>();
        for (String[] row : rows(TABLE)) {
            var seen = new ArrayList<String>();
            List<String[]> relations = rows(RELATIONS);
            for (int i = 0; i < relations.size(); i++) {
                Actor actor = actor(row[0], accounts.get(relations.get(i)[1]));
                if (sees(actor, accounts.get(relations.get(i)[2]))) {
                    seen.add(String.valueOf(i + 1));
                }
            }
            if (!String.join(" ", seen).equals(row[1])) {
                wrong.add(row[0] + " sees " + seen);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void x3_whatIsNotThereIsAnsweredLikeWhatIsNotHis() {
        Map<String, String> accounts = accounts();
        Actor admin = actor("admin", accounts.get("other"));
        Problem foreign = assertThrows(Problem.class, () -> access.watchable(admin, accounts.get("direct")));
        Problem unknown = assertThrows(Problem.class, () -> access.watchable(admin, "t-nobody-has-this-id"));
        assertEquals(ProblemType.NOT_FOUND, foreign.type());
        assertEquals(unknown.type(), foreign.type());
        assertEquals(unknown.detail(), foreign.detail());
    }

    private boolean sees(Actor actor, @Nullable String account) {
        try {
            access.watchable(actor, String.valueOf(account));
            return true;
        } catch (Problem refused) {
            assertEquals(ProblemType.NOT_FOUND, refused.type());
            return false;
        }
    }

    private Map<String, String> accounts() {
        Tenant reseller = Tenant.reseller(time);
        var accounts = new LinkedHashMap<String, String>();
        accounts.put("direct", Tenant.direct(time).id());
        accounts.put("other", Tenant.direct(time).id());
        accounts.put("reseller", reseller.id());
        accounts.put("customer", Tenant.customerOf(reseller).id());
        accounts.put("stranger", Tenant.reseller(time).id());
        return accounts;
    }

    private static Actor actor(String roles, @Nullable String account) {
        Set<String> groups = Set.of(roles.split(" "));
        return new Actor("u-somebody", Roles.granted(groups), Roles.readReseller(groups), account);
    }

    private static List<String[]> rows(String table) {
        return table.lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new))
                .toList();
    }
}
