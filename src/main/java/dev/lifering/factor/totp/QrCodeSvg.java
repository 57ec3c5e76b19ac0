package dev.lifering.factor.totp;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as SVG: black on white whatever the page's colours, since scanners want the contrast. */
final class QrCodeSvg {
    /** ISO/IEC 18004: the quiet zone is four modules wide. */
    private static final int QUIET_ZONE = 4;

    private QrCodeSvg() {}

    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int side = code.size + 2 * QUIET_ZONE;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side + "\""
                + " shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"QR code\">"
                + "<path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"/>"
                + "<path fill=\"#000\" d=\"" + modules(code) + "\"/></svg>";
    }

    private static String modules(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
