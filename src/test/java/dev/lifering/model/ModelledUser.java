package dev.lifering.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user who lives by a model, without any service: for telling whether a wrong rule would be noticed. */
final class ModelledUser implements Subject {
    private final Life life;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private List<List<Integer>> brought = List.of();
    private Model model;
    private long now;

    ModelledUser(Life life, Policy policy, long now) {
        this.life = life;
        this.model = Model.fresh(policy);
        this.now = now;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public void pass(long seconds) {
        now += seconds;
    }

    @Override
    public List<Answer> send(List<Command> atOnce) {
        var answers = new ArrayList<Answer>();
        var things = new ArrayList<List<Integer>>();
        for (Command command : atOnce) {
            int before = model.next();
            Command meant = command.with((kind, key) -> numbers.getOrDefault(key, Model.NONE));
            Outcome outcome = life.after(model, meant, now).get(0);
            model = outcome.next();
            answers.add(outcome.answer());
            var fresh = new ArrayList<Integer>();
            for (int number = before; number < model.next(); number++) {
                fresh.add(number);
            }
            things.add(fresh);
        }
        brought = things;
        return answers;
    }

    @Override
    public Seen look() {
        return model.seen(now);
    }

    @Override
    public void name(int key, Class<? extends Thing> kind, int answer, int place) {
        List<Integer> fresh = brought.get(answer);
        if (place < fresh.size()) {
            numbers.put(key, fresh.get(place));
        }
    }
}
