package dev.lifering.model;

import dev.lifering.model.Client.Request;
import java.util.HashMap;
import java.util.Map;

/** The HTTP request for each command. */
final class Requests {
    private static final String ME = "/v1/me/second-factor";
    private static final String ENROLMENTS = "/v1/me/enrolments";

    private final Home home;
    private final String user;
    private final String token;
    private final Belongings belongings;

    Requests(Home home, String user, Belongings belongings) {
        this.home = home;
        this.user = user;
        this.token = home.tokenOf(user);
        this.belongings = belongings;
    }

    Request look() {
        return Request.get(ME, token);
    }

    /** The request; {@link Request#NONE} for what is not done over HTTP. */
    Request of(Command command) {
        if (command instanceof Command.Start start) {
            return Request.post(ENROLMENTS, token, with("code", start.code(), Map.of("label", Thing.App.LABEL)));
        }
        if (command instanceof Command.StartInSession start) {
            String session = belongings.token(start.session());
            return Request.post(ENROLMENTS, token, Map.of("label", Thing.App.LABEL, "recoverySession", session));
        }
        if (command instanceof Command.Confirm confirm) {
            String path = ENROLMENTS + "/" + belongings.id(confirm.app()) + "/confirmation";
            return Request.post(path, token, with("code", confirm.code(), Map.of()));
        }
        if (command instanceof Command.Cancel cancel) {
            return Request.delete(ENROLMENTS + "/" + belongings.id(cancel.app()), token, Map.of());
        }
        if (command instanceof Command.Acknowledge acknowledge) {
            String path = "/v1/me/backup-codes/" + belongings.id(acknowledge.set()) + "/acknowledgement";
            return Request.post(path, token, with("proof", acknowledge.proof(), Map.of()));
        }
        return change(command);
    }

    private Request change(Command command) {
        if (command instanceof Command.Verify verify) {
            return Request.post(
                    verify.byService() ? "/v1/users/" + user + "/verifications" : "/v1/me/verifications",
                    verify.byService() ? home.service() : token,
                    with("code", verify.code(), Map.of()));
        }
        if (command instanceof Command.Rename rename) {
            Map<String, ?> body = with("code", rename.code(), Map.of("label", rename.label()));
            return new Request("PATCH", app(rename.app()), token, body);
        }
        if (command instanceof Command.Remove remove) {
            return Request.delete(app(remove.app()), token, with("code", remove.code(), Map.of()));
        }
        if (command instanceof Command.Renew renew) {
            return Request.post("/v1/me/backup-codes", token, with("code", renew.code(), Map.of()));
        }
        return command instanceof Command.SwitchOff off
                ? Request.delete(ME, token, with("code", off.code(), Map.of()))
                : recovery(command);
    }

    private Request recovery(Command command) {
        String links = "/v1/accounts/" + home.tenant().id() + "/users/" + user + "/recovery-links";
        if (command instanceof Command.SendLink send) {
            return Request.post(links, home.admin().token(), Map.of("reason", send.reason()));
        }
        if (command instanceof Command.RevokeLink revoke) {
            return Request.delete(
                    links + "/" + belongings.id(revoke.link()), home.admin().token(), Map.of());
        }
        if (command instanceof Command.Redeem redeem) {
            String link = belongings.token(redeem.link());
            return redeem.byService()
                    ? Request.post("/v1/recovery/redemptions", home.service(), Map.of("token", link, "userId", user))
                    : Request.post("/v1/recovery/redemptions", token, Map.of("token", link));
        }
        if (command instanceof Command.Undo undo) {
            String notice = belongings.token(undo.reset());
            return Request.post("/v1/recovery/repudiations", token, Map.of("token", notice));
        }
        if (command instanceof Command.AskForHelp ask) {
            return ask.byService()
                    ? Request.post("/v1/users/" + user + "/recovery-requests", home.service(), Map.of())
                    : Request.post("/v1/me/recovery-requests", token, Map.of());
        }
        return Request.NONE;
    }

    private String app(int key) {
        return "/v1/me/authenticators/" + belongings.id(key);
    }

    private Map<String, ?> with(String name, Code code, Map<String, String> rest) {
        var body = new HashMap<>(rest);
        if (!(code instanceof Code.None)) {
            body.put(name, belongings.typed(code));
        }
        return body;
    }
}
