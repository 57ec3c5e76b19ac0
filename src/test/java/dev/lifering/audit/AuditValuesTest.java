package dev.lifering.audit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.access.Actor;
import dev.lifering.directory.Person;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the trail is made of, without the trail. */
class AuditValuesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final UUID PSEUDONYM = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final Person ADA = new Person("ada", "acme", PSEUDONYM, null, null, null, false, true, false);
    private static final AuditSearch ANY = new AuditSearch(null, null, null, null, null, null);
    private static final UUID HIGHEST = new UUID(-1, -1);

    @Test
    void x1_aUserDoesThingsUnderHisPseudonymAndOthersUnderTheirIds() {
        var actor = new Actor("sam", Set.of("support"), false, null);
        assertEquals(new Doer(Doer.Kind.USER, PSEUDONYM.toString()), Doer.self(ADA));
        assertEquals(new Doer(Doer.Kind.ADMIN, PSEUDONYM.toString()), Doer.admin(ADA));
        assertEquals(new Doer(Doer.Kind.SUPPORT, "sam"), Doer.support(actor));
        assertEquals(new Doer(Doer.Kind.SERVICE, "sam"), Doer.service(actor));
        assertEquals(new Doer(Doer.Kind.ADMIN, "sam"), Doer.stranger(actor));
        assertEquals(Optional.of(PSEUDONYM), Doer.self(ADA).pseudonym());
        assertEquals(Optional.of(PSEUDONYM), Doer.admin(ADA).pseudonym());
        assertEquals(Optional.empty(), Doer.stranger(actor).pseudonym());
        assertEquals("sam", Doer.stranger(actor).id());
        assertEquals(Optional.empty(), new Doer(Doer.Kind.SERVICE, PSEUDONYM.toString()).pseudonym());
    }

    @Test
    void x1_aFactSaysWhatWasDoneToWhomAndHowItEnded() {
        Fact fact = Fact.about(ADA, Deed.VERIFICATION, Doer.SYSTEM)
                .ended(Outcome.REJECTED, "wrong")
                .by("totp")
                .on("LR-7Q4F");
        assertEquals(
                new Fact(
                        Deed.VERIFICATION,
                        Outcome.REJECTED,
                        Doer.SYSTEM,
                        "acme",
                        PSEUDONYM,
                        "totp",
                        "wrong",
                        "LR-7Q4F"),
                fact);
        assertEquals(
                new Fact(Deed.VERIFICATION, Outcome.SUCCESS, Doer.SYSTEM, "acme", HIGHEST, null, null, null),
                Fact.about("acme", Deed.VERIFICATION, Doer.SYSTEM).of(HIGHEST));
    }

    @Test
    void x5_aSearchForWhatNoEventCanBeIsRefused() {
        assertEquals("verification", search("verification", null, null).type());
        assertTrue(violation(() -> search("no-such-type", null, null)).message().startsWith("must be one of "));
        assertTrue(violation(() -> search("no-such-type", null, null)).message().contains("verification"));
        assertEquals(NOON, search(null, NOON, NOON.plusNanos(1)).from());
        assertEquals("from", violation(() -> search(null, NOON, NOON)).field());
    }

    @Test
    void section4_sealsComeWithTheWholeTrailAlone() {
        assertTrue(ANY.isForEverything());
        assertFalse(search("verification", null, null).isForEverything());
        assertDoesNotThrow(() -> AuditSearch.refuseSeals(null));
        assertDoesNotThrow(() -> AuditSearch.refuseSeals(false));
        assertEquals("seals", violation(() -> AuditSearch.refuseSeals(true)).field());
    }

    @Test
    void section4_whatIsNarrowedFurtherThanByItsIndexIsASearch() {
        assertFalse(WantedEvents.about(PSEUDONYM, ANY).isSearch());
        assertEquals(PSEUDONYM, WantedEvents.about(PSEUDONYM, ANY).subject());
        for (AuditSearch narrower : List.of(
                new AuditSearch(null, "ada", null, null, null, null),
                search("verification", null, null),
                new AuditSearch(null, null, null, Outcome.SUCCESS, null, null),
                search(null, NOON, null),
                search(null, null, NOON))) {
            assertTrue(WantedEvents.about(PSEUDONYM, narrower).isSearch(), narrower::toString);
        }
    }

    @Test
    void section4_anActorMayBeGivenByHisPseudonym() {
        assertFalse(WantedEvents.about(PSEUDONYM, ANY).isActorLikeAPseudonym());
        assertFalse(byActor("ada").isActorLikeAPseudonym());
        assertTrue(byActor(PSEUDONYM.toString()).isActorLikeAPseudonym());
    }

    @Test
    void section4_timesBecomeIdsWithAMinuteToSpare() {
        var wanted = WantedEvents.about(PSEUDONYM, search(null, NOON, NOON.plus(Duration.ofHours(1))));
        assertEquals(lowest("2026-01-01T11:59:00Z"), wanted.lowest());
        assertEquals(lowest("2026-01-01T13:01:00Z"), wanted.end(HIGHEST));
        assertEquals(lowest("2026-01-01T12:30:00Z"), wanted.end(lowest("2026-01-01T12:30:00Z")));
        var everything = WantedEvents.about(PSEUDONYM, ANY);
        assertEquals(new UUID(0, 0), everything.lowest());
        assertEquals(PSEUDONYM, everything.end(PSEUDONYM));
        assertEquals(
                new UUID(0, 0),
                WantedEvents.about(PSEUDONYM, search(null, Instant.EPOCH.minusSeconds(9), null))
                        .lowest());
    }

    private static AuditSearch search(String type, Instant from, Instant to) {
        return new AuditSearch(null, null, type, null, from, to);
    }

    private static WantedEvents byActor(String actor) {
        return WantedEvents.about(PSEUDONYM, new AuditSearch(null, actor, null, null, null, null));
    }

    private static UUID lowest(String moment) {
        return new UUID(Instant.parse(moment).toEpochMilli() << 16, 0);
    }

    private static Violation violation(Runnable search) {
        Problem problem = assertThrows(Problem.class, search::run);
        assertEquals(ProblemType.INVALID_REQUEST, problem.type());
        return (Violation) ((List<?>) problem.members().get("violations")).get(0);
    }
}
