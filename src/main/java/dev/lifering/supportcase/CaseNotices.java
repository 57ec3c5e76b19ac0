package dev.lifering.supportcase;

import dev.lifering.crypto.Ids;
import dev.lifering.crypto.OneTimeToken;
import dev.lifering.directory.Person;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Letter.Cancellation;
import dev.lifering.mail.Outbox;
import dev.lifering.readiness.AbleAdministrators;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells the user and every active administrator of his account, and gives each of them a link to stop the case. */
@ApplicationScoped
class CaseNotices {
    private final Outbox outbox;
    private final AbleAdministrators administrators;
    private final Cancellations cancellations;
    private final SecureRandom random;
    private final Ids ids;

    CaseNotices(
            Outbox outbox,
            AbleAdministrators administrators,
            Cancellations cancellations,
            SecureRandom random,
            Ids ids) {
        this.outbox = outbox;
        this.administrators = administrators;
        this.cancellations = cancellations;
        this.random = random;
        this.ids = ids;
    }

    void tellOfOpening(Matter matter, Instant now) {
        String who = matter.person().called();
        tell(matter, cancellation -> new Letter.CaseOpened(who, cancellation), now);
    }

    void tellOfApproval(Matter matter, Instant linkAt, Instant now) {
        String who = matter.person().called();
        tell(matter, cancellation -> new Letter.CaseApproved(who, linkAt, cancellation), now);
    }

    void tellOfEnd(Person person, CaseEnding how, Instant now) {
        var letter = new Letter.CaseEnded(person.called(), Letter.Ending.valueOf(how.name()));
        recipients(person).forEach(recipient -> outbox.send(recipient, letter, now));
    }

    private void tell(Matter matter, Function<Cancellation, Letter> letter, Instant now) {
        for (Person recipient : recipients(matter.person())) {
            OneTimeToken token = OneTimeToken.draw(random);
            outbox.send(recipient, letter.apply(new Cancellation(token)), now)
                    .ifPresent(mail -> keep(token, matter.id(), recipient));
        }
    }

    private void keep(OneTimeToken token, UUID caseId, Person recipient) {
        var cancellation = new CancellationEntity();
        cancellation.id = ids.next();
        cancellation.caseId = caseId;
        cancellation.recipient = recipient.pseudonym();
        cancellation.tokenHash = token.hash();
        cancellations.persist(cancellation);
    }

    private List<Person> recipients(Person person) {
        return Stream.concat(Stream.of(person), administrators.activeBesides(person.accountId(), person.id()).stream())
                .toList();
    }
}
