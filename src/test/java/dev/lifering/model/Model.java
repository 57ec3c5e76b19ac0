package dev.lifering.model;

import dev.lifering.model.Thing.App;
import dev.lifering.model.Thing.AppState;
import dev.lifering.model.Thing.CodeSet;
import dev.lifering.model.Thing.SetState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All that there is to know of one user's second factor at a moment. Never changes: each change gives another one. */
record Model(Policy policy, Status status, Lock held, List<Thing> things) {
    /** The number of no thing. */
    static final int NONE = -1;

    enum Status {
        NOT_ENROLLED,
        ENABLED,
        BACKUP_CODES_ONLY;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Model {
        things = List.copyOf(things);
    }

    static Model fresh(Policy policy) {
        return new Model(policy, Status.NOT_ENROLLED, Lock.NONE, List.of());
    }

    boolean isEnrolled() {
        return status != Status.NOT_ENROLLED;
    }

    Lock lock() {
        return isEnrolled() ? held : held.unblocked();
    }

    Model become(Status next) {
        return new Model(policy, next, held, things);
    }

    Model hold(Lock next) {
        return new Model(policy, status, next, things);
    }

    /** The number of the thing that is made next. */
    int next() {
        return things.size();
    }

    /** With a thing that is new, or in place of the one with its number. */
    Model with(Thing thing) {
        var changed = new ArrayList<>(things);
        if (thing.number() == things.size()) {
            changed.add(thing);
        } else {
            changed.set(thing.number(), thing);
        }
        return new Model(policy, status, held, changed);
    }

    <T extends Thing> Model each(Class<T> kind, Predicate<T> which, UnaryOperator<T> change) {
        Model changed = this;
        for (T thing : all(kind, which)) {
            changed = changed.with(change.apply(thing));
        }
        return changed;
    }

    <T extends Thing> List<T> all(Class<T> kind, Predicate<T> which) {
        return things.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(which)
                .toList();
    }

    <T extends Thing> T the(Class<T> kind, int number) {
        return kind.cast(things.get(number));
    }

    /** The number of the thing that is so many before the newest of its kind. */
    <T extends Thing> int newest(Class<T> kind, int before) {
        List<T> known = all(kind, thing -> true);
        return known.isEmpty()
                ? NONE
                : known.get(known.size() - 1 - before % known.size()).number();
    }

    /** Those that count, least recently used first. */
    List<App> apps() {
        return all(App.class, app -> app.is(AppState.IN_USE)).stream()
                .sorted(Comparator.comparing(App::used)
                        .thenComparing(App::since)
                        .thenComparing(App::number))
                .toList();
    }

    Optional<CodeSet> active() {
        return all(CodeSet.class, set -> set.is(SetState.ACTIVE)).stream().findFirst();
    }

    int codesLeft() {
        return active().map(CodeSet::left).orElse(0);
    }

    /** What the user sees. */
    Seen seen(long now) {
        Lock lock = lock();
        return new Seen(
                status.wireName(),
                apps().stream().map(App::label).sorted().toList(),
                active().map(CodeSet::left).orElse(NONE),
                policy.mandatory() && !isEnrolled(),
                status == Status.BACKUP_CODES_ONLY,
                lock.holdsAt(now) ? lock.until() : 0,
                lock.blocks());
    }
}
