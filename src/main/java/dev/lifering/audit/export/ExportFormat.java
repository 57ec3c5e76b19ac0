package dev.lifering.audit.export;

import dev.lifering.audit.AuditEventView;
import java.io.IOException;

/** How events are written down one after the other. */
interface ExportFormat {

    /** What the trail calls it. */
    String name();

    /** What comes before the first event; may be nothing. */
    byte[] head();

    /** One event with what ends it. */
    byte[] event(AuditEventView event) throws IOException;
}
