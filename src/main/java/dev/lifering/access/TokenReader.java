package dev.lifering.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Reads the platform's tokens as MicroProfile JWT says, and one thing more: {@code sub} must be an id. Without this a call
 * that asks for roles only would take a token whose bearer has no name.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class TokenReader extends DefaultJWTCallerPrincipalFactory {

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        JWTCallerPrincipal caller = read(token, context);
        String subject = caller.getSubject();
        if (subject == null || !Callers.isId(subject)) {
            throw new ParseException("The claim sub is missing or is not an id.");
        }
        return caller;
    }

    /** A claim of the wrong type makes the library fail; for us that is a bad token and no defect. */
    private JWTCallerPrincipal read(String token, JWTAuthContextInfo context) throws ParseException {
        try {
            return super.parse(token, context);
        } catch (ClassCastException e) {
            throw new ParseException("A claim has a type that it cannot have.", e);
        }
    }
}
