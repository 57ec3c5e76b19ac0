package shop;

import java.net.URI;

/** Any other service: checks a proof that it was handed, with Lifering's public keys alone. */
public final class CheckProof {
    private CheckProof() {}

    public static void main(String[] arguments) {
        var secondFactor = new SecondFactor(URI.create(System.getenv("LIFERING")), "shop", () -> "");
        try {
            secondFactor.verify(arguments[0], arguments[1], arguments[2]);
            System.out.println("good");
        } catch (SecondFactor.Refused refused) {
            System.out.println(refused.type);
        }
    }
}
