package dev.lifering.http;

import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page for people who follow a problem's name: no script, no foreign resource, readable in the dark. */
@ApplicationScoped
class ProblemPage {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:3rem 1.25rem}
            h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}
            code{font:.95em ui-monospace,monospace}
            .kind{margin:0;opacity:.8}
            """;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>%1$s – Lifering</title>
            <style>%2$s</style>
            </head>
            <body>
            <main>
            <p class="kind">Problem <code>%3$s</code>, HTTP status %4$d</p>
            <h1>%1$s</h1>
            <p>%5$s</p>
            </main>
            </body>
            </html>
            """;

    private final String contentSecurityPolicy = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The policy that lets the browser take this page's style and nothing else. */
    String contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    String about(ProblemType type) {
        return PAGE.formatted(
                escaped(type.title()), STYLE, escaped(type.slug()), type.status(), escaped(type.explanation()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
