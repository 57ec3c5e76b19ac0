package dev.lifering.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes the rights of a service and of Support from a token that is a reseller's as well. */
@ApplicationScoped
class ResellerAugmentor implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        Set<String> granted = Roles.granted(identity.getRoles());
        if (granted.equals(identity.getRoles())) {
            return Uni.createFrom().item(identity);
        }
        var reduced = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(granted);
        return Uni.createFrom().item(reduced.build());
    }
}
