package dev.lifering.supportcase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.mail.Letter;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.recovery.policy.Decision;
import dev.lifering.supportcase.CaseFile.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule S2 as tables: states, four eyes, identity checks, and what overtakes a case. */
class CaseRulesTest {
    private static final Check PASSED = new Check(CheckMethod.VIDEO_CALL, true, "checker");
    private static final Check ALSO_PASSED = new Check(CheckMethod.CALLBACK, true, "other-checker");
    private static final Instant OPENED = Instant.parse("2026-01-15T15:00:00Z");

    @Test
    void s2_theStatesFollowOneAnotherAsThisTableSays() {
        Map<CaseState, Set<CaseState>> table = new EnumMap<>(Map.of(
                CaseState.OPEN,
                EnumSet.of(CaseState.APPROVED, CaseState.CANCELLED, CaseState.REFUSED, CaseState.EXPIRED),
                CaseState.APPROVED,
                EnumSet.of(CaseState.LINK_SENT, CaseState.CANCELLED, CaseState.REFUSED),
                CaseState.LINK_SENT,
                EnumSet.of(CaseState.CANCELLED),
                CaseState.CANCELLED,
                EnumSet.noneOf(CaseState.class),
                CaseState.REFUSED,
                EnumSet.noneOf(CaseState.class),
                CaseState.EXPIRED,
                EnumSet.noneOf(CaseState.class)));
        for (CaseState from : CaseState.values()) {
            Set<CaseState> next = Arrays.stream(CaseState.values())
                    .filter(from::mayBecome)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseState.class)));
            assertEquals(table.get(from), next, from.name());
            for (CaseState to : CaseState.values()) {
                assertEquals(next.contains(to), CaseRules.against(from, to).isEmpty(), from + " " + to);
            }
        }
    }

    @Test
    void s2_aCaseIsUnderWayWhileItMayLeadToALink() {
        assertEquals(
                EnumSet.of(CaseState.OPEN, CaseState.APPROVED),
                Arrays.stream(CaseState.values())
                        .filter(CaseState::isUnderWay)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseState.class))));
    }

    @Test
    void s2_identityChecksBelongToAnOpenCase() {
        for (CaseState state : CaseState.values()) {
            assertEquals(state == CaseState.OPEN, CaseRules.againstCheck(state).isEmpty(), state.name());
        }
    }

    @Test
    void s2_whoMayApproveIsDecidedForEveryStateAgentAndIdentity() {
        var wrong = new ArrayList<String>();
        for (CaseState state : CaseState.values()) {
            for (String agent : List.of("opener", "checker", "other-checker", "somebody-else")) {
                for (List<Check> checks : List.of(List.<Check>of(), List.of(PASSED), List.of(PASSED, ALSO_PASSED))) {
                    for (boolean fourEyes : List.of(true, false)) {
                        String answer = answer(new CaseFile(state, "opener", checks), agent, fourEyes);
                        String expected = expected(state, agent, checks.size(), fourEyes);
                        if (!answer.equals(expected)) {
                            wrong.add(state + " " + agent + " " + checks.size() + " " + fourEyes + ": " + answer);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static String expected(CaseState state, String agent, int passed, boolean fourEyes) {
        boolean involved = agent.equals("opener")
                || (agent.equals("checker") && passed >= 1)
                || (agent.equals("other-checker") && passed >= 2);
        if (state != CaseState.OPEN) {
            return "case-not-open";
        }
        if (fourEyes && involved) {
            return "second-agent-required";
        }
        return passed < 2 ? "identity-checks-missing" : "approved";
    }

    private static String answer(CaseFile file, String agent, boolean fourEyes) {
        return CaseRules.againstApproval(file, agent, fourEyes)
                .map(Problem::type)
                .map(ProblemType::slug)
                .orElse("approved");
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "video_call+, false",
        "video_call+ video_call+, false",
        "video_call+ callback+, true",
        "video_call+ callback+ in_person+, true",
        "video_call+ callback-, false",
        "video_call- callback-, false",
        "video_call+ callback- callback+, true",
        "video_call+ callback+ callback-, false",
        "video_call- callback+ in_person+, false",
        "video_call+ callback+ in_person-, false",
        "video_call- callback+ in_person+ video_call+, true",
        "government_id+ contract_data+, true",
        "government_id- government_id+ contract_data+ contract_data- contract_data+, true"
    })
    void s2_theLatestCheckOfEachMethodCountsAndTwoMethodsMustAgree(String history, boolean established) {
        List<Check> checks = Arrays.stream(history.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> new Check(
                        CheckMethod.valueOf(word.substring(0, word.length() - 1).toUpperCase(Locale.ROOT)),
                        word.endsWith("+"),
                        "agent"))
                .toList();
        assertEquals(established, new CaseFile(CaseState.OPEN, "opener", checks).identityIsEstablished());
    }

    @Test
    void s2_everyRefusalOfThePolicyEitherOvertakesTheCaseOrIsAboutTheAgent() {
        var overtaking = new EnumMap<ProblemType, CaseEnding>(Map.of(
                ProblemType.ADMINISTRATOR_AVAILABLE, CaseEnding.ADMINISTRATOR_AVAILABLE,
                ProblemType.NOT_ENROLLED, CaseEnding.NOT_NEEDED,
                ProblemType.USER_INACTIVE, CaseEnding.NOT_NEEDED,
                ProblemType.MANAGED_BY_SSO, CaseEnding.NOT_NEEDED));
        for (ProblemType type : ProblemType.values()) {
            var decision = new Decision(type);
            Optional<CaseEnding> ending = Optional.ofNullable(overtaking.get(type));
            assertEquals(ending, CaseRules.overtakenBy(decision, false), type.name());
            assertEquals(ending.or(() -> Optional.of(CaseEnding.NOT_NEEDED)), CaseRules.overtakenBy(decision, true));
            assertEquals(ending.isEmpty(), CaseRules.isAboutTheAgent(decision), type.name());
        }
        var allowed = new Decision(null);
        assertEquals(Optional.empty(), CaseRules.overtakenBy(allowed, false));
        assertEquals(Optional.of(CaseEnding.NOT_NEEDED), CaseRules.overtakenBy(allowed, true));
        assertEquals(false, CaseRules.isAboutTheAgent(allowed));
    }

    @Test
    void s2_onlyAProofAfterTheOpeningShowsThatTheCaseIsNotNeeded() {
        assertEquals(false, CaseRules.hasProvedSince(OPENED, Optional.empty()));
        assertEquals(false, CaseRules.hasProvedSince(OPENED, Optional.of(OPENED.minusSeconds(1))));
        assertEquals(false, CaseRules.hasProvedSince(OPENED, Optional.of(OPENED)));
        assertEquals(true, CaseRules.hasProvedSince(OPENED, Optional.of(OPENED.plusMillis(1))));
    }

    @Test
    void s2_everyEndingHasItsStateAndItsLetter() {
        assertEquals(CaseState.CANCELLED, CaseEnding.CANCELLED.state());
        assertEquals(CaseState.REFUSED, CaseEnding.ADMINISTRATOR_AVAILABLE.state());
        assertEquals(CaseState.REFUSED, CaseEnding.NOT_NEEDED.state());
        assertEquals(CaseState.EXPIRED, CaseEnding.EXPIRED.state());
        assertEquals(
                Arrays.stream(Letter.Ending.values()).map(Enum::name).toList(),
                Arrays.stream(CaseEnding.values()).map(Enum::name).toList());
    }
}
