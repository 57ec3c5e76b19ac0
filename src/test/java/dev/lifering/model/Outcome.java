package dev.lifering.model;

import java.util.List;

/**
 * What a command comes to.
 *
 * @param next how things stand then
 * @param answers one, or two for two commands at the same time, in the order in which the story names them
 * @param middle how things stood after the first of two
 * @param first the place in {@code answers} of the one that came first
 */
record Outcome(Model next, List<Answer> answers, Model middle, int first) {

    /** How many things one answer brings at most: a reset, a set and a session. */
    static final int MOST_THINGS = 4;

    Outcome {
        answers = List.copyOf(answers);
    }

    static Outcome of(Model next, Answer answer) {
        return new Outcome(next, List.of(answer), next, 0);
    }

    /** Nothing changes. */
    static Outcome refused(Model model, int status, String problem) {
        return of(model, Answer.refusal(status, problem));
    }

    Answer answer() {
        return answers.get(0);
    }

    /** The answer that brought the thing with this number. */
    int bringerOf(int number) {
        return number < middle.next() ? first : 1 - first;
    }

    @Override
    public String toString() {
        return (answers.size() == 1 ? answer() : answers).toString();
    }
}
