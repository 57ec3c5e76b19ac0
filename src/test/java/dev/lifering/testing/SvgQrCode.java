package dev.lifering.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nayuki.qrcodegen.QrCode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A QR code read back from its SVG: which modules a scanner would see black. */
public final class SvgQrCode {
    private static final Pattern IMAGE = Pattern.compile("<svg xmlns=\"http://www.w3.org/2000/svg\""
            + " viewBox=\"0 0 (\\d+) (\\d+)\"[^>]*>"
            + "<path fill=\"#fff\" d=\"M0 0h(\\d+)v(\\d+)H0z\"/><path fill=\"#000\" d=\"([^\"]+)\"/></svg>");
    private static final Pattern MODULE = Pattern.compile("\\GM(\\d+) (\\d+)h1v1h-1z");

    /** ISO/IEC 18004: four light modules on each side. */
    private static final int QUIET_ZONE = 4;

    private final boolean[][] black;

    private SvgQrCode(boolean[][] black) {
        this.black = black;
    }

    /** Reads the image; fails when it is not a white square with black unit squares on it. */
    public static SvgQrCode of(String svg) {
        var image = IMAGE.matcher(svg);
        assertTrue(image.matches(), svg);
        int side = Integer.parseInt(image.group(1));
        for (int group = 2; group <= 4; group++) {
            assertEquals(side, Integer.parseInt(image.group(group)), "the image is a square, all of it white");
        }
        String path = image.group(5);
        List<MatchResult> modules = MODULE.matcher(path).results().toList();
        assertEquals(
                path.length(),
                modules.stream().mapToInt(module -> module.group().length()).sum(),
                path);
        var black = new boolean[side][side];
        modules.forEach(module -> black[Integer.parseInt(module.group(2))][Integer.parseInt(module.group(1))] = true);
        return new SvgQrCode(black);
    }

    /** Checks every module, the quiet zone and the finder patterns. */
    public void assertHolds(String text) {
        QrCode expected = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        assertEquals(expected.size + 2 * QUIET_ZONE, black.length, "modules on a side");
        for (int y = 0; y < black.length; y++) {
            for (int x = 0; x < black.length; x++) {
                // Outside the code getModule() says false, which is the quiet zone.
                assertEquals(expected.getModule(x - QUIET_ZONE, y - QUIET_ZONE), black[y][x], x + ", " + y);
            }
        }
        int far = black.length - QUIET_ZONE - 7;
        assertFinderPattern(QUIET_ZONE, QUIET_ZONE);
        assertFinderPattern(far, QUIET_ZONE);
        assertFinderPattern(QUIET_ZONE, far);
    }

    private void assertFinderPattern(int left, int top) {
        for (String line : List.of("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")) {
            boolean[] row = Arrays.copyOfRange(black[top++], left, left + 7);
            for (int x = 0; x < row.length; x++) {
                assertEquals(line.charAt(x) == '1', row[x], "finder pattern");
            }
        }
        assertFalse(black[QUIET_ZONE - 1][left], "light around it");
    }
}
