package dev.lifering.bench;

import java.util.Optional;

/** The headline: a service verifies the code that a user has typed. */
final class Verification implements Scenario {
    private final World world;
    private final String service;

    Verification(World world) {
        this.world = world;
        service = world.tokens().service();
    }

    @Override
    public String name() {
        return "totp-verification";
    }

    @Override
    public void prepare(int operations) throws InterruptedException {
        world.turns().await(operations);
    }

    @Override
    public Optional<Operation> next() {
        return world.turns()
                .next()
                .map(turn -> http -> http.send(verify(turn.number(), turn.code()))
                        .onComplete(ignored -> world.turns().end(turn))
                        .map(1L));
    }

    private Call verify(int number, String code) {
        return Call.post(
                "/v1/users/" + world.population().id(number) + "/verifications",
                service,
                "{\"code\":\"" + code + "\",\"audience\":\"shop\",\"nonce\":\"n-1\"}");
    }
}
