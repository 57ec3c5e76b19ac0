package dev.lifering.torture;

import dev.lifering.torture.Answer.Ask;
import dev.lifering.torture.Caller.Call;
import dev.lifering.torture.Caller.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Loses his phone: an administrator sends him links, several at once; he redeems them, several times at once; he
 * acknowledges his new codes and sets up his app again. Then another user comes in his place.
 */
final class Castaway implements Actor {
    /** Rule R4: at most so many links a day. */
    private static final int LINKS = 3;

    /** How often he looks into his mailbox before he asks for another link. */
    private static final int LOOKS = 30;

    private final World world;
    private final List<String> accounts;
    private final Random random;
    private Player player;
    private Runnable next = this::enrol;
    private int links;
    private int looks;
    private String session = "";

    Castaway(World world, List<String> accounts, Random random) {
        this.world = world;
        this.accounts = accounts;
        this.random = random;
        this.player = newcomer();
    }

    @Override
    public Duration turn() {
        next.run();
        return Duration.ofMillis(300 + random.nextInt(1500));
    }

    private Player newcomer() {
        return new Player(world, accounts.get(random.nextInt(accounts.size())));
    }

    private void enrol() {
        if (player.isEnabled()) {
            next = this::ask;
        } else {
            player.enrol();
        }
    }

    private void ask() {
        int wanted = Math.min(1 + random.nextInt(2), LINKS - links);
        if (wanted == 0) {
            giveUp();
            return;
        }
        links += wanted;
        looks = 0;
        // Each for a reason of its own, so that none is the repetition of another.
        IntStream.range(0, wanted)
                .mapToObj(number -> world.caller().start(request()))
                .toList()
                .forEach(CompletableFuture::join);
        next = this::look;
    }

    private Call request() {
        String body = "{\"reason\":\"" + world.freshName("lost") + "\"}";
        return Call.post(
                        Ask.of(Kind.SEND_LINK, player.id()),
                        "/v1/accounts/" + player.account() + "/users/" + player.id() + "/recovery-links",
                        world.adminToken(player.account()),
                        body)
                .keeping(reply -> List.of(reply.json().getString("id")));
    }

    private void look() {
        if (looks++ > LOOKS) {
            next = this::ask;
            return;
        }
        for (String link : world.linksTo(player.email())) {
            Call redemption = world.perhapsUnderAKey(player.redemption(link, proof(link)), random);
            Optional<Reply> redeemed = world.caller().race(redemption, 1 + random.nextInt(3)).stream()
                    .filter(Reply::isDone)
                    .findFirst();
            if (redeemed.isPresent()) {
                player.startAfresh(redeemed.get());
                session = redeemed.get().json().getString("recoverySession");
                world.secret(List.of(session));
                next = this::acknowledge;
                return;
            }
        }
    }

    private void acknowledge() {
        player.acknowledge();
        if (!player.hasPending()) {
            next = this::setUpAgain;
        }
    }

    private void setUpAgain() {
        player.bind("{\"recoverySession\":\"" + session + "\"}");
        giveUp();
    }

    private void giveUp() {
        player = newcomer();
        links = 0;
        next = this::enrol;
    }

    /** The hash of the token stands for it in the journal. */
    private static String proof(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return "link:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
