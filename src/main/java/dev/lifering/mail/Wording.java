package dev.lifering.mail;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The language that somebody is written to in. */
@ApplicationScoped
class Wording {
    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es", "ja");

    /** The language of this BCP 47 tag, if mails can be written in it, else English. */
    Locale language(@Nullable String tag) {
        Locale asked = tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag.replace('_', '-'));
        return LANGUAGES.contains(asked.getLanguage()) ? Locale.forLanguageTag(asked.getLanguage()) : Locale.ENGLISH;
    }

    MailWords words(Locale language) {
        return language.equals(Locale.ENGLISH)
                ? MessageBundles.get(MailWords.class)
                : MessageBundles.get(MailWords.class, Localized.Literal.of(language.getLanguage()));
    }

    /** A moment as people write it, with the zone, as nobody's is known. */
    String moment(Instant moment, Locale language) {
        ZonedDateTime utc = moment.atZone(ZoneOffset.UTC);
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(utc);
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language)
                .format(utc);
        return words(language).moment(date, time);
    }
}
