package dev.lifering.bench;

import dev.lifering.bench.Population.Role;
import java.sql.SQLException;
import java.util.Optional;

/** A service verifies a code that is wrong. Each user takes four of them; the fifth would lock him. */
final class WrongCode implements Scenario {
    private static final int REJECTED = 422;
    private static final int FREE_ATTEMPTS = 4;

    private final World world;
    private final String service;
    private final Order order;
    private long left;

    WrongCode(World world) {
        this.world = world;
        service = world.tokens().service();
        order = new Order(world.population().size(Role.PLAIN));
    }

    @Override
    public String name() {
        return "wrong-code";
    }

    /** Forgives what earlier runs have left. */
    @Override
    public void prepare(int operations) throws SQLException {
        world.run("update second_factor set failed_attempts = 0, locked_until = null"
                + " where failed_attempts between 1 and 5");
        left = (long) FREE_ATTEMPTS * world.population().size(Role.PLAIN);
    }

    @Override
    public Optional<Operation> next() {
        if (left <= 0) {
            return Optional.empty();
        }
        left--;
        int number = world.population().number(Role.PLAIN, order.next());
        var code = App.wrongCode(world.population().secret(number));
        return Optional.of(Scenario.one(Call.post(
                        "/v1/users/" + world.population().id(number) + "/verifications",
                        service,
                        "{\"code\":\"" + code + "\"}")
                .expecting(REJECTED)));
    }
}
