package dev.lifering.recovery.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.recovery.policy.Situation.Home;
import dev.lifering.recovery.policy.Situation.Target;
import dev.lifering.recovery.policy.Situation.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The truth table of design section 3. Each row says when it applies and what the answer is; every combination of roles,
 * accounts, relations and states must be decided by exactly one row, and the policy must decide the same.
 */
class RecoveryPolicyTest {
    private static final String ALLOWED = "allowed";

    private final Map<String, Predicate<Situation>> rows = new LinkedHashMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>();

    RecoveryPolicyTest() {
        row("neither admin nor reseller", "forbidden", s -> !s.admin() && !s.reseller());
        row(
                "reseller, user of a customer of his or of the account his token was switched to",
                "reseller-cannot-reset",
                s -> s.reseller() && s.dealsWithTarget() && !s.where().isResellerAccount());
        row(
                "reseller, unrelated or unknown account",
                "not-found",
                s -> s.reseller() && !s.dealsWithTarget() && !s.where().isResellerAccount());
        row(
                "reseller without admin, own reseller account",
                "forbidden",
                s -> s.reseller() && s.where().isResellerAccount() && !s.admin());
        row(
                "reseller with admin whom the directory knows elsewhere, reseller account",
                "not-found",
                s -> s.reseller() && s.where().isResellerAccount() && s.admin() && s.home() == Home.ELSEWHERE);
        row(
                "admin + reseller, own reseller account",
                "",
                s -> s.reseller() && s.where().isResellerAccount() && s.admin() && s.home() != Home.ELSEWHERE);
        row(
                "admin whom the directory knows as a member of the target's reseller",
                "reseller-cannot-reset",
                s -> s.admin() && !s.reseller() && s.isKnownAsTargetsReseller());
        row(
                "admin of another account, or whom the directory knows elsewhere",
                "not-found",
                s -> s.admin() && !s.reseller() && !s.isKnownAsTargetsReseller() && !s.isOwnAccount());
        row("admin, own account", "", s -> s.admin() && !s.reseller() && s.isOwnAccount());
    }

    @Test
    void r2_everyCombinationIsDecidedByExactlyOneRowAndThePolicyAgrees() {
        var wrong = new ArrayList<String>();
        for (Situation situation : Situation.all()) {
            List<String> matching = rows.entrySet().stream()
                    .filter(row -> row.getValue().test(situation))
                    .map(Map.Entry::getKey)
                    .toList();
            if (matching.size() != 1) {
                wrong.add(situation + " is decided by " + matching);
                continue;
            }
            String said = expected(situation, matching.get(0));
            String decided =
                    situation.decided().refusal().map(type -> type.slug()).orElse(ALLOWED);
            if (!said.equals(decided)) {
                wrong.add(situation + ": the table says " + said + ", the policy " + decided);
            }
        }
        assertEquals(List.of(), wrong.subList(0, Math.min(10, wrong.size())), wrong.size() + " combinations");
    }

    @Test
    void r2_noCombinationLetsAResellerIntoACustomersAccount() {
        assertEquals(
                List.of(),
                Situation.all().stream()
                        .filter(s -> s.reseller() || s.isKnownAsTargetsReseller())
                        .filter(s -> s.where().isCustomer())
                        .filter(s -> s.decided().allowed() || s.mayAct().allowed())
                        .toList());
    }

    @Test
    void r1_whoeverMaySendMayAlsoListAndRevoke() {
        assertEquals(
                List.of(),
                Situation.all().stream()
                        .filter(s -> s.decided().allowed() && !s.mayAct().allowed())
                        .toList());
    }

    @Test
    void s3_aSupportCaseIsNeverForResellersNorAboutTheAgentHimself() {
        for (Situation situation : Situation.all()) {
            Decision decision = situation.decidedForCase(false);
            boolean agent = situation.support() && !situation.reseller();
            String expected = agent ? ofAgent(situation) : "forbidden";
            assertEquals(expected, decision.refusal().map(type -> type.slug()).orElse(ALLOWED), situation::toString);
            if (decision.allowed()) {
                assertEquals(
                        "administrator-available",
                        situation.decidedForCase(true).refusal().orElseThrow().slug());
            }
        }
    }

    private static String ofAgent(Situation situation) {
        boolean there = situation.where() != Where.UNKNOWN_ACCOUNT
                && situation.target() != Target.UNKNOWN
                && situation.target() != Target.OF_ANOTHER_ACCOUNT;
        if (!there) {
            return "not-found";
        }
        if (situation.isKnownAsTargetsReseller()) {
            return "reseller-cannot-reset";
        }
        return situation.target() == Target.HIMSELF
                ? "cannot-recover-yourself"
                : situation.state().answer();
    }

    @Test
    void section3_aDecisionSaysWhyInWords() {
        for (ProblemType because : List.of(
                ProblemType.RESELLER_CANNOT_RESET,
                ProblemType.CANNOT_RECOVER_YOURSELF,
                ProblemType.NOT_FOUND,
                ProblemType.USER_INACTIVE,
                ProblemType.MANAGED_BY_SSO,
                ProblemType.NOT_ENROLLED,
                ProblemType.ADMINISTRATOR_AVAILABLE,
                ProblemType.FORBIDDEN)) {
            Problem problem = Decision.refused(because).problem().orElseThrow();
            assertEquals(because, problem.type());
            assertFalse(problem.detail().isBlank());
        }
        assertEquals(Optional.empty(), Decision.ALLOWED.problem());
    }

    private void row(String when, String answer, Predicate<Situation> applies) {
        rows.put(when, applies);
        answers.put(when, answer);
    }

    /** Where a row has no answer of its own, the caller is an administrator of the account, and the target decides. */
    private String expected(Situation situation, String row) {
        String answer = answers.getOrDefault(row, "");
        if (!answer.isEmpty()) {
            return answer;
        }
        return switch (situation.target()) {
            case HIMSELF -> "cannot-recover-yourself";
            case UNKNOWN, OF_ANOTHER_ACCOUNT -> "not-found";
            case OTHER ->
                situation.where() == Where.UNKNOWN_ACCOUNT
                        ? "not-found"
                        : situation.state().answer();
        };
    }
}
