package dev.lifering.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What happens to one user, in this order. */
record Story(long seed, Policy policy, List<Command> commands) {

    Story {
        commands = List.copyOf(commands);
    }

    Story of(List<Command> others) {
        return new Story(seed, policy, others);
    }

    /** Whether two do something at the same time in it, so that it may end in several ways. */
    boolean isTogether() {
        return commands.stream().anyMatch(Command.Together.class::isInstance);
    }

    @Override
    public String toString() {
        return "seed " + seed + ", " + policy + "\n"
                + IntStream.range(0, commands.size())
                        .mapToObj(place -> "  " + (place + 1) + ". " + commands.get(place))
                        .collect(Collectors.joining("\n"));
    }
}
