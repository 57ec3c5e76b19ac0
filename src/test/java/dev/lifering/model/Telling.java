package dev.lifering.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a story to a subject and to a model, command by command, and compares what comes of it. What a model cannot know,
 * such as who of two was first, leaves it with several ideas of how things stand; a difference is what fits none of them.
 */
final class Telling {
    private final Life life;
    private final Subject subject;
    private final Story story;
    private List<Idea> ideas;
    private int keys;

    private Telling(Life life, Subject subject, Story story) {
        this.life = life;
        this.subject = subject;
        this.story = story;
        this.ideas = List.of(new Idea(Model.fresh(story.policy()), List.of()));
    }

    /**
     * One idea of how things stand.
     *
     * @param keys what the subject calls the things, by their numbers in the model
     */
    private record Idea(Model model, List<Integer> keys) {

        int key(Class<? extends Thing> kind, int before) {
            int number = model.newest(kind, before);
            return number == Model.NONE ? Model.NONE : keys.get(number);
        }
    }

    /** What fits an idea, and what would follow from it. */
    private record Fit(Idea next, Map<Integer, Brought> brought) {}

    private record Brought(Class<? extends Thing> kind, int answer, int place) {}

    /** The first difference, if there is one. */
    static Optional<Difference> tell(Life life, Subject subject, Story story) {
        var telling = new Telling(life, subject, story);
        for (int place = 0; place < story.commands().size(); place++) {
            Optional<Difference> difference = telling.tell(place);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> tell(int place) {
        Command command = story.commands().get(place).with(ideas.get(0)::key);
        subject.pass(Life.secondsOf(command));
        long now = subject.now();
        List<Answer> answers = subject.send(parts(command));
        Seen seen = subject.look();
        var expected = new ArrayList<Outcome>();
        var fitting = new ArrayList<Fit>();
        for (Idea idea : ideas) {
            Command meant = command.with((kind, key) -> idea.keys().indexOf(key));
            for (Outcome outcome : life.after(idea.model(), meant, now)) {
                expected.add(outcome);
                if (outcome.answers().equals(answers)
                        && outcome.next().seen(now).equals(seen)) {
                    fitting.add(follow(idea, outcome));
                }
            }
        }
        if (fitting.isEmpty()) {
            Story toHere = story.of(story.commands().subList(0, place + 1));
            return Optional.of(new Difference(toHere, expected, now, answers, seen));
        }
        goOn(fitting);
        return Optional.empty();
    }

    private void goOn(List<Fit> fitting) {
        var brought = new LinkedHashMap<Integer, Brought>();
        fitting.forEach(fit -> brought.putAll(fit.brought()));
        brought.forEach((key, thing) -> subject.name(key, thing.kind(), thing.answer(), thing.place()));
        ideas = fitting.stream().map(Fit::next).distinct().toList();
        keys += 2 * Outcome.MOST_THINGS;
    }

    private Fit follow(Idea idea, Outcome outcome) {
        var known = new ArrayList<>(idea.keys());
        var brought = new LinkedHashMap<Integer, Brought>();
        int[] places = {0, 0};
        for (int number = known.size(); number < outcome.next().next(); number++) {
            int answer = outcome.bringerOf(number);
            int place = places[answer]++;
            int key = keys + answer * Outcome.MOST_THINGS + place;
            known.add(key);
            brought.put(key, new Brought(outcome.next().things().get(number).getClass(), answer, place));
        }
        return new Fit(new Idea(outcome.next(), List.copyOf(known)), brought);
    }

    private static List<Command> parts(Command command) {
        return command instanceof Command.Together together
                ? List.of(together.one(), together.other())
                : List.of(command);
    }
}
