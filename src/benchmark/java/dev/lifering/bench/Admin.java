package dev.lifering.bench;

import dev.lifering.bench.Population.Role;

/** The administrator of the big account. */
final class Admin {
    private Admin() {}

    static String of(World world) {
        int number = world.population().number(Role.PLAIN, 0);
        return world.tokens().member(world.population().id(number), "admin", Population.BIG_ACCOUNT);
    }
}
