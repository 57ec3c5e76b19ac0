package dev.lifering.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account that a service has provisioned for one test; no two tests share one. */
public final class Tenant {
    private final String id;
    private final MovableTime time;

    private Tenant(String id, MovableTime time) {
        this.id = id;
        this.time = time;
    }

    public static Tenant direct(MovableTime time) {
        return provision("direct", null, time);
    }

    public static Tenant reseller(MovableTime time) {
        return provision("reseller", null, time);
    }

    public static Tenant customerOf(Tenant reseller) {
        return provision("customer", reseller.id, reseller.time);
    }

    public String id() {
        return id;
    }

    /** A provisioned user with the role user. */
    public Member user() {
        return member(false, "user");
    }

    /** A provisioned administrator with the roles user and admin. */
    public Member admin() {
        return member(true, "user", "admin");
    }

    /** A provisioned administrator of a reseller, with the roles user, admin and reseller. */
    public Member resellerAdmin() {
        return member(true, "user", "admin", "reseller");
    }

    /** Replaces the account's policy as one of its administrators. */
    public void policy(Map<String, ?> policy) {
        String token = Bearer.of("admin-of-" + id, "admin").account(id).token();
        Calls.send(200, "PUT", token, "/v1/accounts/" + id + "/policy", policy);
    }

    private Member member(boolean admin, String... roles) {
        String user = "u-" + UUID.randomUUID();
        var body = new LinkedHashMap<String, Object>();
        body.put("email", user + "@" + id + ".example");
        body.put("displayName", "Somebody");
        if (admin) {
            body.put("roles", new String[] {"admin"});
        }
        Calls.send(201, "PUT", Bearer.service(), "/v1/accounts/" + id + "/users/" + user, body);
        return new Member(user, this, time, roles);
    }

    private static Tenant provision(String kind, @Nullable String resellerId, MovableTime time) {
        String id = "t-" + UUID.randomUUID();
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "Tenant of a test");
        body.put("kind", kind);
        if (resellerId != null) {
            body.put("resellerId", resellerId);
        }
        Calls.send(201, "PUT", Bearer.service(), "/v1/accounts/" + id, body);
        return new Tenant(id, time);
    }
}
