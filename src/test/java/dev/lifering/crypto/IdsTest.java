package dev.lifering.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void carryTheMillisecondVersionAndVariant() {
        var id = new Ids(InstantSource.fixed(Keys.NOW), Keys.RANDOM).next();
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(Keys.NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void sortByTime() {
        var earlier = new Ids(InstantSource.fixed(Keys.NOW), Keys.RANDOM).next();
        var later = new Ids(InstantSource.fixed(Keys.NOW.plusMillis(1)), Keys.RANDOM).next();
        assertTrue(earlier.toString().compareTo(later.toString()) < 0);
    }

    @Test
    void sortWithinAMillisecondToo() {
        var ids = new Ids(InstantSource.fixed(Keys.NOW), Keys.RANDOM);
        var made =
                Stream.generate(ids::next).limit(10_000).map(Object::toString).toList();
        assertEquals(made.stream().sorted().toList(), made);
    }

    @Test
    void differWithinAMillisecond() {
        var ids = new Ids(InstantSource.fixed(Keys.NOW), Keys.RANDOM);
        assertEquals(
                1000,
                Stream.generate(ids::next)
                        .limit(1000)
                        .collect(Collectors.toSet())
                        .size());
    }
}
