package dev.lifering.model;

import java.util.List;
import java.util.Map;

/**
 * A subject whose answers are counted, by command and answer.
 *
 * @param counts where they are counted
 */
record Overheard(Subject subject, Map<String, Integer> counts) implements Subject {

    @Override
    public long now() {
        return subject.now();
    }

    @Override
    public void pass(long seconds) {
        subject.pass(seconds);
    }

    @Override
    public List<Answer> send(List<Command> atOnce) {
        List<Answer> answers = subject.send(atOnce);
        for (int place = 0; place < answers.size(); place++) {
            Answer answer = answers.get(place);
            String name = atOnce.get(place).getClass().getSimpleName();
            String problem = answer.says().getOrDefault("problem", "").toString();
            counts.merge((name + " " + answer.status() + " " + problem).strip(), 1, Integer::sum);
        }
        return answers;
    }

    @Override
    public Seen look() {
        return subject.look();
    }

    @Override
    public void name(int key, Class<? extends Thing> kind, int answer, int place) {
        subject.name(key, kind, answer, place);
    }
}
