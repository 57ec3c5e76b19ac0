package dev.lifering.verification;

import dev.lifering.factor.Method;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code as somebody typed it, and the second factor it belongs to.
 *
 * @param text for a TOTP without spaces and hyphens, else as it was typed
 */
public record SubmittedCode(String text, Method method) {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
    private static final Pattern TOTP = Pattern.compile("[0-9]{6}|[0-9]{8}");

    /** Rule V1: 6 or 8 digits are a TOTP, anything else is a backup code, unless the caller says which it is. */
    public static SubmittedCode of(String typed, @Nullable Method forced) {
        String digits = SEPARATORS.matcher(typed).replaceAll("");
        Method method = forced;
        if (method == null) {
            method = TOTP.matcher(digits).matches() ? Method.TOTP : Method.BACKUP_CODE;
        }
        return new SubmittedCode(method == Method.TOTP ? digits : typed, method);
    }

    /** Never shows the code. */
    @Override
    public String toString() {
        return "SubmittedCode[" + method + "]";
    }
}
