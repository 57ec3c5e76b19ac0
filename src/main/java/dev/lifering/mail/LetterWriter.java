package dev.lifering.mail;

import dev.lifering.directory.Person;
import dev.lifering.mail.Page.Button;
import dev.lifering.mail.Page.Fixed;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a letter to somebody in his language. */
@ApplicationScoped
class LetterWriter {
    private final Wording wording;
    private final Links links;

    LetterWriter(Wording wording, PagesConfig pages) {
        this.wording = wording;
        URI users = pages.usersUrl().orElseGet(() -> neighbour(pages.linkUrl(), "users"));
        this.links = new Links(pages.linkUrl().toString(), users.toString());
    }

    /** The page beside that one (RFC 3986 §5.2.3); Java would glue the name to a host that no path follows. */
    static URI neighbour(URI page, String name) {
        return page.getRawPath().isEmpty() ? page.resolve("/" + name) : page.resolve(name);
    }

    /** Where buttons lead. Tokens stand behind {@code #}, where no server sees them (rule R3). */
    record Links(String page, String users) {

        String token(String token) {
            return page + "#token=" + token;
        }

        String repudiation(String token) {
            return page + "#repudiation=" + token;
        }

        String cancellation(String token) {
            return page + "#cancellation=" + token;
        }
    }

    Payload write(Person to, String email, Letter letter) {
        Locale language = wording.language(to.locale());
        MailWords words = wording.words(language);
        Content content = new Contents(words, links, moment -> wording.moment(moment, language)).of(letter);
        String name = to.displayName();
        Page page = new Page(
                language.toLanguageTag(),
                content.subject(),
                name == null ? words.helloThere() : words.hello(name),
                content.paragraphs(),
                content.button(),
                content.notYou(),
                content.why(),
                new Fixed(words.copyAddress(), words.automatic()));
        return new Payload(
                email,
                page.subject(),
                Layouts.text(page).render(),
                Layouts.html(page).render());
    }

    /** What one letter has of its own. */
    record Content(
            String subject,
            List<String> paragraphs,
            @Nullable Button button,
            String notYou,
            String why) {}
}
