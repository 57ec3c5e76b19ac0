package dev.lifering.demo;

import dev.lifering.mail.CapturedMails.CapturedMail;
import java.util.List;
import java.util.stream.Collectors;

/** A plain list of the demo's mails, each a link to itself. */
final class MailListPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Mails of the demo</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
            li { margin: 0 0 1rem; } small { opacity: .75; }
            </style>
            </head>
            <body>
            <h1>Mails of the demo</h1>
            <p>Nothing is sent in demo mode; this is what would have been. Reload to see new ones.</p>
            <ol reversed>
            %s
            </ol>
            </body>
            </html>
            """;

    private MailListPage() {}

    static String of(List<CapturedMail> mails) {
        return PAGE.formatted(mails.stream().map(MailListPage::line).collect(Collectors.joining("\n")));
    }

    private static String line(CapturedMail mail) {
        return "<li><a href=\"/demo/mails/%s\">%s</a><br><small>to %s, %s</small></li>"
                .formatted(mail.id(), escaped(mail.subject()), escaped(mail.to()), mail.sentAt());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
