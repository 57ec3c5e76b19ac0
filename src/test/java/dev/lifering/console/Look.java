package dev.lifering.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Looks at a page as it stands: axe finds nothing in it, wide and dark or narrow and light, and nothing hangs over the edge of a phone. With
 * {@code -Dlifering.pictures=true} it leaves pictures for people in target/screenshots, which takes as long as all the rest.
 */
final class Look {
    private static final String AXE = read("/axe.min.js");
    private static final boolean PICTURES = Boolean.getBoolean("lifering.pictures");
    private static final List<Integer> WIDTHS = List.of(360, 768, 1280);

    private static final String FINDINGS = """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const {violations} = await axe.run(document, {runOnly: tags, resultTypes: ['violations'], iframes: false});
              return violations.flatMap(({id, nodes}) => nodes.map(({html, any}) =>
                id + ': ' + html.slice(0, 200) + ' ' + (any[0]?.message ?? '')));
            }
            """;

    private Look() {}

    static void at(Page page, String name) {
        page.emulateMedia(new EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        inScheme(page, ColorScheme.DARK);
        accessible(page, name + " dark");
        picture(page, name + "-1280-dark");
        inScheme(page, ColorScheme.LIGHT);
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            fits(page, name, width);
            picture(page, name + "-" + width);
            if (width == 360) {
                accessible(page, name + " light");
            }
        }
    }

    /** A picture for the README, of what a window of a notebook shows. */
    static void forReadme(Page page, String name) {
        if (!PICTURES) {
            return;
        }
        page.setViewportSize(1100, 720);
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "readme", name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
        page.setViewportSize(1280, 800);
    }

    private static void inScheme(Page page, ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
    }

    private static void accessible(Page page, String name) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        assertEquals(List.of(), page.evaluate(FINDINGS), name);
    }

    private static void fits(Page page, String name, int width) {
        int needed = (int) page.evaluate("() => document.documentElement.scrollWidth");
        assertEquals(width, needed, name + " hangs over the edge");
    }

    static void picture(Page page, String name) {
        if (!PICTURES) {
            return;
        }
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                // What a dialog covers is not worth more than the window.
                // Behind a dialog, the window is all there is to see.
                .setFullPage((boolean) page.evaluate("() => !document.querySelector('dialog[open]')")));
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Look.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
