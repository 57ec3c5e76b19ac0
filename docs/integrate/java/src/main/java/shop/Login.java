package shop;

import java.net.URI;
import java.util.Scanner;

/** The second half of a login, at the keyboard: asks for codes until one is right. */
public final class Login {
    private Login() {}

    public static void main(String[] arguments) throws Exception {
        var secondFactor = new SecondFactor(
                URI.create(System.getenv("LIFERING")), "shop", () -> System.getenv("SERVICE_TOKEN"));
        String userId = arguments[0];
        if (secondFactor.next(userId) != SecondFactor.Next.CODE) {
            System.out.println("no code needed");
            return;
        }
        try (var typed = new Scanner(System.in)) {
            while (typed.hasNextLine()) {
                try {
                    var claims = secondFactor.check(userId, typed.nextLine());
                    System.out.println("welcome, " + claims.getSubject() + ": " + claims.getClaimValue("method"));
                    return;
                } catch (SecondFactor.Refused refused) {
                    System.out.println(refused.type);
                }
            }
        }
    }
}
