package dev.lifering.audit.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.lifering.audit.AuditEventView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One JSON object per line, the same as in a page. */
final class NdjsonFormat implements ExportFormat {
    private final ObjectWriter writer;

    NdjsonFormat(ObjectMapper json) {
        this.writer = json.writerFor(AuditEventView.class);
    }

    @Override
    public String name() {
        return "ndjson";
    }

    @Override
    public byte[] head() {
        return new byte[0];
    }

    @Override
    public byte[] event(AuditEventView event) throws IOException {
        return (writer.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
