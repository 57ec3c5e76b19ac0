package dev.lifering.bench;

import dev.lifering.bench.Population.Role;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Those that are one request each. */
final class SimpleScenarios {
    private static final int LOCKED = 429;

    private SimpleScenarios() {}

    private record Named(String name, Order order, java.util.function.IntFunction<Call> call) implements Scenario {
        @Override
        public Optional<Operation> next() {
            return Optional.of(Scenario.one(call.apply(order.next())));
        }
    }

    static Scenario status(World world) {
        var people = world.population();
        var service = world.tokens().service();
        return new Named(
                "status",
                new Order(people.size(Role.PLAIN)),
                index -> Call.get(
                        "/v1/users/" + people.id(people.number(Role.PLAIN, index)) + "/second-factor", service));
    }

    static Scenario lockedUser(World world) {
        var people = world.population();
        var service = world.tokens().service();
        return new Named(
                "locked-user",
                new Order(people.size(Role.LOCKED)),
                index -> Call.post(
                                "/v1/users/" + people.id(people.number(Role.LOCKED, index)) + "/verifications",
                                service,
                                "{\"code\":\"123456\"}")
                        .expecting(LOCKED));
    }

    static Scenario usersPage(World world) {
        var people = world.population();
        var admin = Admin.of(world);
        var order = new Order(people.inBigAccount());
        String[] filters = {"status=enabled", "status=not_enrolled", "status=backup_codes_only", "q=%s"};
        return new Named(
                "users-page",
                order,
                number -> Call.get(
                        "/v1/accounts/" + Population.BIG_ACCOUNT + "/users?limit=25&"
                                + filters[number % filters.length].formatted(people.id(number)),
                        admin));
    }

    /** An administrator sends links to the users of the big account, each of whom may get three within a day. */
    static Scenario recoveryLink(World world) {
        var people = world.population();
        return new RecoveryLinks(world, people.inBigAccount() / Population.HUNDRED, Admin.of(world));
    }

    private static final class RecoveryLinks implements Scenario {
        private static final int ACCEPTED = 202;

        private final World world;
        private final String admin;
        private final Queue<Integer> waiting = new ArrayDeque<>();

        RecoveryLinks(World world, int hundreds, String admin) {
            this.world = world;
            this.admin = admin;
            for (int hundred = 0; hundred < hundreds; hundred++) {
                for (int place = 30; place < Population.HUNDRED; place++) {
                    waiting.add(hundred * Population.HUNDRED + place);
                }
            }
        }

        @Override
        public String name() {
            return "recovery-link";
        }

        @Override
        public Optional<Operation> next() {
            return Optional.ofNullable(waiting.poll())
                    .map(number -> Scenario.one(Call.post(
                                    "/v1/accounts/" + Population.BIG_ACCOUNT + "/users/"
                                            + world.population().id(number) + "/recovery-links",
                                    admin,
                                    "{\"reason\":\"Lost phone\"}")
                            .expecting(ACCEPTED)));
        }

        @Override
        public void settle() throws Exception {
            world.awaitMails();
        }
    }
}
