package dev.lifering.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** A connection that sends bytes as they are and reads one answer to them. */
final class RawConnection implements AutoCloseable {
    private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();
    private static final int LITTLE_PATIENCE = (int) Duration.ofMillis(200).toMillis();

    private final Socket socket;
    private final InputStream in;
    private boolean open = true;

    RawConnection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    boolean isOpen() {
        return open;
    }

    /**
     * The answer; empty when there is none: the connection was cut off, or all waiting was in vain.
     *
     * @param complete whether there must be an answer; otherwise it is waited for only shortly
     */
    Optional<RawAnswer> exchange(byte[] request, boolean complete) {
        try {
            socket.setSoTimeout(complete ? PATIENCE : LITTLE_PATIENCE);
            send(request);
            Optional<RawAnswer> answer = read();
            open = answer.isPresent() && !answer.get().closes();
            return answer;
        } catch (IOException cutOffOrTooSlow) {
            open = false;
            return Optional.empty();
        }
    }

    /** The server may have answered and hung up before all was sent; then the answer is there to be read. */
    private void send(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            open = false;
        }
    }

    private Optional<RawAnswer> read() throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var headers = new TreeMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(first.split(" ")[1]);
        if (status == 100) {
            return read();
        }
        return Optional.of(new RawAnswer(status, headers, body(status, headers)));
    }

    private String body(int status, TreeMap<String, String> headers) throws IOException {
        if (status == 204 || status == 304) {
            return "";
        }
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return chunks();
        }
        String length = headers.get("content-length");
        byte[] body = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        return new String(body, StandardCharsets.UTF_8);
    }

    private String chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() {
        open = false;
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
