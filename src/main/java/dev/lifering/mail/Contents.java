package dev.lifering.mail;

import dev.lifering.mail.LetterWriter.Content;
import dev.lifering.mail.LetterWriter.Links;
import dev.lifering.mail.Page.Button;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What each letter says, in one language. */
record Contents(MailWords words, Links links, Function<Instant, String> moment) {
    /** Rule B5. */
    private static final int LOW = 3;

    Content of(Letter letter) {
        if (letter instanceof Letter.RecoveryLink link) {
            return link(link);
        } else if (letter instanceof Letter.RecoveryRequested asked) {
            return requested(asked);
        } else if (letter instanceof Letter.SecondFactorReset reset) {
            return reset(reset);
        } else if (letter instanceof Letter.LockedOut locked) {
            return locked(locked);
        } else if (letter instanceof Letter.BackupCodeUsed used) {
            return codeUsed(used);
        } else if (letter instanceof Letter.CaseOpened || letter instanceof Letter.CaseApproved) {
            return runningCase(letter);
        } else if (letter instanceof Letter.CaseEnded ended) {
            return endedCase(ended);
        }
        return plain(letter);
    }

    private Content link(Letter.RecoveryLink link) {
        return new Content(
                words.linkSubject(),
                List.of(words.linkText(moment.apply(link.expiresAt()))),
                new Button(words.linkButton(), links.token(link.token().reveal())),
                words.linkNotYou(),
                words.whyYours());
    }

    private Content requested(Letter.RecoveryRequested asked) {
        return new Content(
                words.requestedSubject(),
                List.of(words.requestedText(asked.who())),
                new Button(words.requestedButton(), links.users()),
                words.requestedNotYou(),
                words.whyAdministrator());
    }

    private Content reset(Letter.SecondFactorReset reset) {
        return new Content(
                words.resetSubject(),
                List.of(words.resetText()),
                new Button(
                        words.resetButton(),
                        links.repudiation(reset.repudiation().reveal())),
                words.resetNotYou(moment.apply(reset.undoUntil())),
                words.whyYours());
    }

    private Content locked(Letter.LockedOut locked) {
        String text = locked.blocked() ? words.blockedText() : words.lockedText(moment.apply(locked.until()));
        return new Content(words.lockedSubject(), List.of(text), null, words.lockedNotYou(), words.whyYours());
    }

    private Content codeUsed(Letter.BackupCodeUsed used) {
        String text = words.codeUsedText(used.setLabel(), used.remaining());
        return used.remaining() > LOW
                ? own(words.codeUsedSubject(), text)
                : own(words.codesLowSubject(), text, words.codesLowText());
    }

    private Content runningCase(Letter letter) {
        if (letter instanceof Letter.CaseApproved approved) {
            String text = words.caseApprovedText(approved.who(), moment.apply(approved.linkAt()));
            return stoppable(words.caseApprovedSubject(), text, approved.cancellation());
        }
        Letter.CaseOpened opened = (Letter.CaseOpened) letter;
        return stoppable(words.caseOpenedSubject(), words.caseOpenedText(opened.who()), opened.cancellation());
    }

    private Content stoppable(String subject, String text, Letter.Cancellation cancellation) {
        Button button = new Button(
                words.caseButton(), links.cancellation(cancellation.token().reveal()));
        return new Content(subject, List.of(text), button, words.caseNotYou(), words.whyConcerned());
    }

    private Content endedCase(Letter.CaseEnded ended) {
        String text = switch (ended.how()) {
            case CANCELLED -> words.caseCancelledText(ended.who());
            case ADMINISTRATOR_AVAILABLE -> words.caseAdministratorText(ended.who());
            case NOT_NEEDED -> words.caseNotNeededText(ended.who());
            case EXPIRED -> words.caseExpiredText(ended.who());
        };
        return new Content(
                words.caseEndedSubject(), List.of(text), null, words.caseEndedNotYou(), words.whyConcerned());
    }

    private Content plain(Letter letter) {
        if (letter instanceof Letter.SecondFactorEnabled) {
            return own(words.enabledSubject(), words.enabledText());
        } else if (letter instanceof Letter.SecondFactorSwitchedOff) {
            return own(words.switchedOffSubject(), words.switchedOffText());
        } else if (letter instanceof Letter.AuthenticatorAdded added) {
            return own(words.addedSubject(), words.addedText(added.label()));
        } else if (letter instanceof Letter.AuthenticatorRenamed renamed) {
            return own(words.renamedSubject(), words.renamedText(renamed.label()));
        } else if (letter instanceof Letter.AuthenticatorRemoved removed) {
            return own(words.removedSubject(), words.removedText(removed.label()));
        } else if (letter instanceof Letter.BackupCodesReplaced replaced) {
            return own(words.codesReplacedSubject(), words.codesReplacedText(replaced.setLabel()));
        }
        return aboutADevice(letter);
    }

    private Content aboutADevice(Letter letter) {
        if (letter instanceof Letter.DeviceTrusted trusted) {
            return new Content(
                    words.deviceTrustedSubject(),
                    List.of(words.deviceTrustedText(trusted.label(), moment.apply(trusted.until()))),
                    null,
                    words.notYou(),
                    words.whyYours());
        } else if (letter instanceof Letter.DeviceReplayed replayed) {
            return new Content(
                    words.deviceReplayedSubject(),
                    List.of(words.deviceReplayedText(replayed.label())),
                    null,
                    words.deviceReplayedNotYou(),
                    words.whyYours());
        }
        return aboutAReset(letter);
    }

    private Content aboutAReset(Letter letter) {
        if (letter instanceof Letter.ResetUndone) {
            return new Content(
                    words.undoneSubject(), List.of(words.undoneText()), null, words.undoneNotYou(), words.whyYours());
        } else if (letter instanceof Letter.OthersSecondFactorReset reset) {
            return administrators(
                    words.othersResetSubject(),
                    words.othersResetText(reset.who()),
                    words.othersResetNotYou(reset.who()));
        } else if (letter instanceof Letter.OthersResetUndone undone) {
            return administrators(
                    words.othersUndoneSubject(),
                    words.othersUndoneText(undone.who()),
                    words.othersUndoneNotYou(undone.who()));
        }
        throw new IllegalStateException("nobody has written what this letter says: " + letter.kind());
    }

    private Content own(String subject, String... paragraphs) {
        return new Content(subject, List.of(paragraphs), null, words.notYou(), words.whyYours());
    }

    private Content administrators(String subject, String text, String notYou) {
        return new Content(subject, List.of(text), null, notYou, words.whyAdministrator());
    }
}
