package dev.lifering.audit;

import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.http.Cursor;
import dev.lifering.http.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the trail, newest first. */
@ApplicationScoped
public class AuditReading {
    /** How many events a search looks through at a time, so that one that finds little costs no more than others. */
    static final int WINDOW = 10_000;

    private final AuditEvents events;
    private final AuditViews views;
    private final Directory directory;

    AuditReading(AuditEvents events, AuditViews views, Directory directory) {
        this.events = events;
        this.views = views;
        this.directory = directory;
    }

    /** A page of what was done to this user. */
    @Transactional
    public Page<AuditEventView> about(Person person, AuditSearch search, @Nullable String cursor, int limit) {
        return page(stretch(WantedEvents.about(person.pseudonym(), search), Cursor.before(cursor), limit));
    }

    /** A page of what was done in this account. */
    @Transactional
    public Page<AuditEventView> in(String accountId, AuditSearch search, @Nullable String cursor, int limit) {
        UUID before = Cursor.before(cursor);
        return page(wanted(accountId, search)
                .map(wanted -> stretch(wanted, before, limit))
                .orElse(AuditStretch.NOTHING));
    }

    /** What the search means in this account; empty when it is about a user whom the account does not have. */
    public Optional<WantedEvents> wanted(String accountId, AuditSearch search) {
        Optional<UUID> subject = person(search.user())
                .filter(person -> person.accountId().equals(accountId))
                .map(Person::pseudonym);
        if (search.user() != null && subject.isEmpty()) {
            return Optional.empty();
        }
        UUID actor = person(search.actor()).map(Person::pseudonym).orElse(null);
        return Optional.of(new WantedEvents(accountId, subject.orElse(null), actor, search));
    }

    /**
     * Some of the wanted events, of those before the id. They may be fewer than the limit, or none, though there are
     * more: it looks through a limited number of events at a time.
     */
    @Transactional
    public AuditStretch stretch(WantedEvents wanted, UUID before, int limit) {
        UUID end = wanted.end(before);
        Optional<UUID> horizon =
                wanted.isSearch() ? events.reaching(wanted, wanted.lowest(), end, WINDOW) : Optional.empty();
        List<AuditEventEntity> found = events.newest(wanted, horizon.orElse(wanted.lowest()), end, limit + 1);
        List<AuditEventEntity> shown = found.subList(0, Math.min(limit, found.size()));
        return new AuditStretch(views.of(shown), found.size() > limit ? Optional.of(shown.get(limit - 1).id) : horizon);
    }

    /** These events, in no order; without those that are not kept any more. */
    public List<RecordedEvent> recorded(Collection<UUID> ids) {
        List<AuditEventEntity> found = events.all(ids);
        List<AuditEventView> shown = views.of(found);
        return IntStream.range(0, found.size())
                .mapToObj(at -> new RecordedEvent(shown.get(at), found.get(at).subject))
                .toList();
    }

    private Optional<Person> person(@Nullable String userId) {
        return Optional.ofNullable(userId).flatMap(directory::person);
    }

    private static Page<AuditEventView> page(AuditStretch stretch) {
        return new Page<>(
                stretch.events(),
                stretch.next().map(UUID::toString).map(Cursor::of).orElse(null));
    }
}
