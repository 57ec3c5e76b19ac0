package dev.lifering.hostile;

import dev.lifering.hostile.HostileRequest.Must;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends hostile requests one after the other, and notes what was answered in another way than it must be. */
public final class HostileRun implements AutoCloseable {
    private final int port;
    private final List<String> wrong = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private @Nullable RawConnection connection;

    public HostileRun(int port) {
        this.port = port;
    }

    /** How often each status was answered; 0 stands for a connection that was cut off without an answer. */
    public Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    /** One line for each answer that is not what it must be. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    public int sent() {
        return statuses.values().stream().mapToInt(Integer::intValue).sum();
    }

    public void send(HostileRequest request) {
        try {
            Optional<RawAnswer> answer = request.alone() ? sendAlone(request) : sendOn(request);
            statuses.merge(answer.map(RawAnswer::status).orElse(0), 1, Integer::sum);
            complaint(request.must(), answer).ifPresent(complaint -> wrong.add(request + ": " + complaint));
        } catch (IOException e) {
            throw new AssertionError(request + ": no connection", e);
        }
    }

    private Optional<RawAnswer> sendAlone(HostileRequest request) throws IOException {
        try (var own = new RawConnection(port)) {
            return own.exchange(request.bytes(), request.must() != Must.BE_CUT_OFF);
        }
    }

    /** On the connection of the request before, which the server may just have closed. */
    private Optional<RawAnswer> sendOn(HostileRequest request) throws IOException {
        RawConnection kept = connection;
        if (kept != null && kept.isOpen()) {
            Optional<RawAnswer> answer = kept.exchange(request.bytes(), true);
            if (answer.isPresent()) {
                return answer;
            }
        }
        close();
        var fresh = new RawConnection(port);
        connection = fresh;
        return fresh.exchange(request.bytes(), true);
    }

    private static Optional<String> complaint(Must must, Optional<RawAnswer> answer) {
        if (answer.isEmpty()) {
            return must == Must.BE_CUT_OFF ? Optional.empty() : Optional.of("cut off");
        }
        RawAnswer given = answer.get();
        String line = given.status() + " " + given.body();
        if (given.status() >= 500 || !given.isReadable()) {
            return Optional.of(line);
        }
        boolean bareAllowed = must == Must.BE_CUT_OFF && given.body().isEmpty();
        if (given.isRefusal() && !given.isProblem() && !bareAllowed) {
            return Optional.of("no problem: " + line);
        }
        return must == Must.BE_REFUSED && !given.isRefusal() ? Optional.of("let in: " + line) : Optional.empty();
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
