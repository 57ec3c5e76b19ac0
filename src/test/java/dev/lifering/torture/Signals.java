package dev.lifering.torture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Signals to processes that the torture run has started. */
final class Signals {
    private Signals() {}

    static void send(String signal, Stream<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> ids = processes
                .filter(ProcessHandle::isAlive)
                .map(process -> String.valueOf(process.pid()))
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        command.addAll(ids);
        // One of them may have ended meanwhile, so the status says nothing.
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
