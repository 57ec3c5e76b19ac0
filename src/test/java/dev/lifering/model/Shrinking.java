package dev.lifering.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes out of a story whatever it does not need to show a difference (delta debugging). */
final class Shrinking {
    private final Function<Story, Optional<Difference>> tell;
    private Difference shortest;

    private Shrinking(Function<Story, Optional<Difference>> tell, Difference found) {
        this.tell = tell;
        this.shortest = found;
    }

    /**
     * The difference in a story from which no command can be taken any more.
     *
     * @param tell tells a story to a user who is new
     */
    static Difference shrink(Function<Story, Optional<Difference>> tell, Difference found) {
        var shrinking = new Shrinking(tell, found);
        while (shrinking.isShorterWithoutSome() || shrinking.isSimplerOneByOne()) {
            // Each round leaves less to be taken out.
        }
        return shrinking.shortest;
    }

    private boolean isShorterWithoutSome() {
        for (int length = commands().size() / 2; length >= 1; length /= 2) {
            // Back to front: a story ends where the difference is, which must stay.
            for (int from = commands().size() - 1 - length; from >= 0; from--) {
                var rest = new ArrayList<>(commands());
                rest.subList(from, from + length).clear();
                if (holds(rest)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One after the other, or one of two alone, is simpler than both at the same time. */
    private boolean isSimplerOneByOne() {
        for (int place = 0; place < commands().size(); place++) {
            if (commands().get(place) instanceof Command.Together together) {
                for (Command alone : List.of(together.one(), together.other())) {
                    var simpler = new ArrayList<>(commands());
                    simpler.set(place, alone);
                    if (holds(simpler)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean holds(List<Command> fewer) {
        Optional<Difference> difference = tell.apply(shortest.story().of(fewer));
        difference.ifPresent(smaller -> shortest = smaller);
        return difference.isPresent();
    }

    private List<Command> commands() {
        return shortest.story().commands();
    }
}
