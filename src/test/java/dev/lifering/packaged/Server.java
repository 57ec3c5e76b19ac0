package dev.lifering.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The processes of a PostgreSQL, to be held up. */
final class Server {
    private final ProcessHandle postmaster;

    private Server(ProcessHandle postmaster) {
        this.postmaster = postmaster;
    }

    /** The server whose files these are. */
    static Server of(Path files) throws IOException {
        long id = Long.parseLong(
                Files.readAllLines(files.resolve("postmaster.pid")).get(0).strip());
        return new Server(ProcessHandle.of(id).orElseThrow());
    }

    /** From now on it takes connections, but answers nothing. */
    void freeze() throws IOException, InterruptedException {
        // First the one that makes the others.
        send("STOP", List.of(postmaster));
        send("STOP", postmaster.children().toList());
    }

    /** It goes on where it was. */
    void thaw() throws IOException, InterruptedException {
        send("CONT", postmaster.children().toList());
        send("CONT", List.of(postmaster));
    }

    private static void send(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        // One of them may have ended meanwhile, so the status says nothing.
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
